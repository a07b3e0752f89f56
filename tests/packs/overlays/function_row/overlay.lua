--- A function where a row belongs.
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "A function where a row belongs.",
  source = "Tidak ada",
  changes = {
    function() return { change = "weight", of = "I01", to = 1 } end,
  },
}
