--- Changes in an order that is never found.
local rows = {}
for i = 1, 100000 do rows[i] = i end
while true do table.sort(rows, function(a, b) return a > b end) end
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "Changes in an order that is never found.",
  source = "Tidak ada",
  changes = {
    table.unpack(rows),
  },
}
