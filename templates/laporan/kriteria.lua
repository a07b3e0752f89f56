--- Lembar Kriteria: semua kriteria tahun ini dengan jawabannya, yang dapat diubah, dan hitungan buktinya.

local model = include("laporan/model.lua")
local look = include("laporan/gaya.lua")
local list = include("laporan/daftar.lua")
local sheets = include("laporan/lembar.lua")

local criteria = {}
local page = sheets.criteria
local answer = sheets.answer_column
local first, last = model.first_row, model.first_row + #model.criteria - 1

--- "pedoman-3-2024" menjadi "Pedoman 3/2024".
local function spell_basis(id)
  local parts, word = {}, ""
  for n = 1, #id + 1 do
    local letter = n <= #id and id:sub(n, n) or "-"
    if letter == "-" then
      parts[#parts + 1] = word
      word = ""
    else
      word = word .. letter
    end
  end
  if #parts ~= 3 then
    return id
  end
  local kinds = { permenpanrb = "PermenPANRB", kepmenpanrb = "KepmenPANRB" }
  return (kinds[parts[1]] or parts[1]:sub(1, 1):upper() .. parts[1]:sub(2)) .. " " .. parts[2] .. "/" .. parts[3]
end

local spelled = {}
local function short_basis(id)
  spelled[id] = spelled[id] or spell_basis(id)
  return spelled[id]
end

-- Gaya sel sebuah baris, sebelum dan sesudah hitungan bukti; baris pertama sebuah indikator bergaris tebal.
local before = { { "bold", "cell", "whole", "cell", "input" }, { "bold_first", "cell_first", "whole_first", "cell_first", "input_first" } }
local after = { { "small", "small" }, { "small_first", "small_first" } }
local count_style = { "whole", "whole_first" }

-- Nama yang sering dipakai, agar tidak dicari di tiap baris.
local lines, cut, max, height, counts = lines, cut, math.max, look.height, model.counts
local one_line = height(1)
local supports, answers = sheets.supports, { [true] = model.yes, [false] = model.no }

local function draw_row(place, entry, first_of_item)
  local row, data, item = first + place - 1, entry.data, entry.item.data
  local kind = first_of_item and 2 or 1
  local note = model.carried_note(entry.item, data.met ~= nil, data.note and cut(data.note, 400) or "")
  local name = item.short_name or item.name
  page:cells(row, 1, { data.id, name, entry.level.level, data.text, answers[data.met] or false }, before[kind])
  if entry.points ~= nil and #entry.level.items > 9 then -- "e1" juga awal dari "e10"
    page:number(row, answer + 1, counts[data.id] or 0, count_style[kind])
  else
    page:formula(row, answer + 1, "=COUNTIF(" .. supports .. ',"*' .. data.id .. '*")', counts[data.id] or 0, count_style[kind])
  end
  page:cells(row, 7, { short_basis(data.basis or ""), note }, after[kind])
  local short = #data.text < 50 and #name < 24 and note == "" -- pasti satu baris
  page:row(row, short and one_line or height(max(lines(data.text, 66, 9), lines(name, 28, 9), lines(note, 30, 8))))
end

local function draw_rules()
  page:choice(first, answer, last, answer, { list = "=" .. list.answers, title = _("Answer"),
    message = _("Yes, No, or empty for not answered."), error_title = _("Not an answer"),
    error_message = _("Choose from the list, or empty the cell.") })
  page:condition(first, answer, last, answer, { equal = model.yes, style = "yes" })
  page:condition(first, answer, last, answer, { equal = model.no, style = "no" })
end

--- Rincian Indikator yang sama di setiap halaman cetak: kepala tabel diulang.
function criteria.draw()
  for place, width in ipairs({ 9, 28, 9, 66, 10, 8, 20, 30 }) do
    page:columns(place, place, width)
  end
  look.band(page, 8, _("Criteria"), sheets.subtitle)
  page:merge(4, 1, 4, 8, _("Change an answer in a yellow cell: levels, aspects, domains and the index follow. Empty means not answered."), "muted")
  page:row(4, 16)
  page:row(5, 22)
  page:table(model.head_row, 1, last, 8, { name = "Kriteria", header = "head_center", filter = true,
    columns = { _("Code"), _("Indicator"), _("Level"), _("Criterion"), _("Answer"), _("Evidence"), _("Source"), _("Remark") } })
  local item = nil
  for place, entry in ipairs(model.criteria) do
    draw_row(place, entry, entry.item ~= item)
    item = entry.item
  end
  draw_rules()
  page:view({ freeze_row = model.first_row, freeze_column = 2, tab = look.color.gold })
  page:page({ landscape = true, fit_width = 1, fit_height = 0, left = 10, right = 10, top = 12, bottom = 16,
    repeat_first = 1, repeat_last = model.head_row,
    footer_left = sheets.footer, footer_right = _("Page {page} of {pages}") })
  page:protect()
end

return criteria
