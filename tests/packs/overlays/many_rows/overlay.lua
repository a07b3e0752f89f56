--- More rows than a stack may change.
local rows = {}
for i = 1, 2000 do
  rows[i] = { change = "document", of = "surat-" .. i, to = "Surat" }
end
return {
  format = "spbe-overlay/1", id = "jahat", title = "x", base = "spbe-2020",
  author = "x", date = "2026-11-22", reason = "x", source = "x",
  changes = rows,
}
