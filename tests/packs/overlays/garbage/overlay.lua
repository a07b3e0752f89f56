--- Tables thrown away without end.
while true do
  local t = { {}, {}, { __gc = function() end } }
end
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "Tables thrown away without end.",
  source = "Tidak ada",
  changes = {
    { change = "weight", of = "I01", from = 1.3, to = 1.5 },
  },
}
