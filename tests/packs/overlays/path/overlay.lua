--- An id that is a path.
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "An id that is a path.",
  source = "Tidak ada",
  changes = {
    { change = "text", of = "../../../etc/passwd", to = "x" },
  },
}
