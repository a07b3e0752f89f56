--- An id of points.
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "An id of points.",
  source = "Tidak ada",
  changes = {
    { change = "add", of = ".......", to = "x", basis = "pedoman-3-2024" },
  },
}
