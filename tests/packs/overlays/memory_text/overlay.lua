--- One text that is too long to hold.
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "One text that is too long to hold.",
  source = "Tidak ada",
  changes = {
    { change = "text", of = "I01.2.a", to = ("x"):rep(1000000000) },
  },
}
