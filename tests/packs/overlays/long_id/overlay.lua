--- An id without end.
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "An id without end.",
  source = "Tidak ada",
  changes = {
    { change = "text", of = ("I01.2.a"):rep(4000), to = "x" },
  },
}
