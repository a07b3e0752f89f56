--- A table inside itself.
local rows = {}
rows[1] = { change = "text", of = "I01.2.a", to = "x", reason = "x" }
rows[2] = rows
return {
  format = "spbe-overlay/1", id = "jahat", title = "x", base = "spbe-2020",
  author = "x", date = "2026-11-22", reason = "x", source = "x",
  changes = rows,
}
