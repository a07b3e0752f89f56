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
local function short_basis(id)
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

local function draw_answer(row, met, suffix)
  if met == nil then
    page:blank(row, answer, "input" .. suffix)
  else
    page:text(row, answer, met and model.yes or model.no, "input" .. suffix)
  end
end

--- Bukti yang menyebut kriteria itu.
local function draw_count(row, entry, suffix)
  local count = 0
  for _, proof in ipairs(model.evidence) do
    for _, id in ipairs(proof.item == entry.item and proof.counted or {}) do
      count = count + (id == entry.data.id and 1 or 0)
    end
  end
  page:formula(row, answer + 1, "=COUNTIF(" .. sheets.supports .. "," .. quote("*" .. entry.data.id .. "*") .. ")",
    count, "whole" .. suffix)
end

local function draw_row(place, entry)
  local row = model.criterion_row(place)
  local before = model.criteria[place - 1]
  local suffix = (before == nil or before.item ~= entry.item) and "_first" or ""
  local note = cut(entry.data.note or "", 400)
  local name = entry.item.data.short_name or entry.item.data.name
  page:text(row, 1, entry.data.id, "bold" .. suffix)
  page:text(row, 2, name, "cell" .. suffix)
  page:number(row, 3, entry.level.level, "whole" .. suffix)
  page:text(row, 4, entry.data.text, "cell" .. suffix)
  draw_answer(row, entry.data.met, suffix)
  draw_count(row, entry, suffix)
  page:text(row, 7, short_basis(entry.data.basis or ""), "small" .. suffix)
  page:text(row, 8, note, "small" .. suffix)
  page:row(row, look.height(math.max(lines(entry.data.text, 66, 9), lines(name, 28, 9), lines(note, 30, 8))))
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
  for place, entry in ipairs(model.criteria) do
    draw_row(place, entry)
  end
  draw_rules()
  page:view({ freeze_row = model.first_row, freeze_column = 2, tab = look.color.gold })
  page:page({ landscape = true, fit_width = 1, fit_height = 0, left = 10, right = 10, top = 12, bottom = 16,
    repeat_first = 1, repeat_last = model.head_row,
    footer_left = sheets.footer, footer_right = _("Page {page} of {pages}") })
  page:protect()
end

return criteria
