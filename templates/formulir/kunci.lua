--- Lembar tersembunyi: dari penilaian mana formulir ini, dan jawaban awalnya sebagai sidik.

local key = {}
local page = sheet("_spbe")

key.choices = at(page, 1, 5, 2, 5)
key.wanted = {}
for _, entry in ipairs(options.rows) do
  key.wanted[entry[1]] = true
end

function key.draw()
  page:text(1, 1, options.format, "plain")
  page:text(1, 5, "Ya", "plain")
  page:text(2, 5, "Tidak", "plain")
  local row = 2
  for _, entry in ipairs(options.rows) do
    page:text(row, 1, entry[1], "plain")
    page:text(row, 2, entry[2], "plain")
    page:text(row, 3, entry[3], "plain")
    row = row + 1
  end
  page:text(row, 1, "seal", "plain")
  page:text(row, 2, options.seal, "plain")
  page:view({ hidden = true })
  page:protect()
end

return key
