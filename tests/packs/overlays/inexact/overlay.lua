--- A weight that no decimals say.
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "A weight that no decimals say.",
  source = "Tidak ada",
  changes = {
    { change = "weight", of = "I01", to = 1 / 3 },
  },
}
