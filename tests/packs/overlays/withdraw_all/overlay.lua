--- Withdraws what a level stands on.
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "Withdraws what a level stands on.",
  source = "Tidak ada",
  changes = {
    { change = "withdraw", of = "I01.2.a" },
    { change = "withdraw", of = "I01.2.b" },
  },
}
