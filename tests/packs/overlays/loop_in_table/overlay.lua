--- Never comes to the end of its table.
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "Never comes to the end of its table.",
  source = "Tidak ada",
  changes = {
    { change = (function() while true do end end)(), of = "I01", to = 1 },
  },
}
