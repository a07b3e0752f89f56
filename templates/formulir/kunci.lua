--- Lembar tersembunyi: dari penilaian mana formulir ini, dan isi awalnya sebagai sidik.
-- key.wanted: id yang diminta; key.first: bukti pertama tiap kriteria; key.register: bukti untuk daftar.

local key = {}
local page = sheet("_spbe")
local choice_column = 12

key.choices = at(page, 1, choice_column, 2, choice_column)
key.wanted, key.first, key.register = {}, {}, {}

local items = {}
for _, item in ipairs(options.evidence) do
  items[item.id] = item
end
for _, entry in ipairs(options.rows) do
  key.wanted[entry[1]] = true
  if items[entry[1]] ~= nil then
    key.register[#key.register + 1] = items[entry[1]]
  elseif entry[4] ~= nil then
    key.first[entry[1]] = items[entry[4]]
  end
end

function key.draw()
  local row = 2
  page:text(1, 1, options.format, "plain")
  for _, entry in ipairs(options.rows) do
    for column, text in ipairs(entry) do
      if text ~= "" then
        page:text(row, column, text, "plain")
      end
    end
    row = row + 1
  end
  page:text(row, 1, "seal", "plain")
  page:text(row, 2, options.seal, "plain")
  page:text(1, choice_column, "Ya", "plain")
  page:text(2, choice_column, "Tidak", "plain")
  page:view({ hidden = true })
  page:protect()
end

return key
