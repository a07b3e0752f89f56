--- A weight below nothing, made up for elsewhere.
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "A weight below nothing, made up for elsewhere.",
  source = "Tidak ada",
  changes = {
    { change = "weight", of = "I01", to = -1.3 },
    { change = "weight", of = "I02", to = 3.9 },
  },
}
