--- Bands that go past each other.
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "Bands that go past each other.",
  source = "Tidak ada",
  changes = {
    { change = "band", of = "Kurang", to = 3 },
  },
}
