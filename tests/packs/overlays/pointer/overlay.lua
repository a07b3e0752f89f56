--- An id that tells where a table lies.
return {
  format = "spbe-overlay/1",
  id = ("%p"):format({}),
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "An id that tells where a table lies.",
  source = "Tidak ada",
  changes = {
    { change = "weight", of = "I01", from = 1.3, to = 1.5 },
  },
}
