--- One row, as often as rows may be.
local row = { change = "text", of = "I01.2.a", to = ("x"):rep(32767) }
local rows = {}
for i = 1, 200 do rows[i] = row end
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "One row, as often as rows may be.",
  source = "Tidak ada",
  changes = {
    table.unpack(rows),
  },
}
