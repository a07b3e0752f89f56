--- Lembar Bukti: satu baris tiap dokumen, dengan kriteria yang didukungnya.

local model = include("laporan/model.lua")
local look = include("laporan/gaya.lua")
local sheets = include("laporan/lembar.lua")

local evidence = {}
local page = sheets.evidence
local widths = { 6, 9, 50, 20, 11, 26, 11, 28, 30, 38 }

--- Kriteria yang dihitung, dipisah koma; yang di luar tahun ini disebut di catatan.
local function note_of(proof)
  local parts = {}
  if proof.data.note ~= nil and proof.data.note ~= "" then
    parts[1] = cut(proof.data.note, 300)
  end
  if #proof.other > 0 then
    parts[#parts + 1] = _("Not counted this year:") .. " " .. table.concat(proof.other, ", ")
  end
  return model.carried_note(proof.item, true, table.concat(parts, "\n"))
end

local styles = {
  { "quiet", "bold", "cell", "cell", "center", "cell", "center", "input_left", "small", "mono" },
  { "quiet_first", "bold_first", "cell_first", "cell_first", "center_first", "cell_first", "center_first",
    "input_left_first", "small_first", "mono_first" },
}
local lines, cut, max, height, concat = lines, cut, math.max, look.height, table.concat

local function draw_row(place, proof, first_of_item)
  local row, data = model.first_row + place - 1, proof.data
  local title, supports = cut(data.title or data.file or "", 500), concat(proof.counted, ", ")
  local number, unit, file = cut(data.number or "", 100), cut(data.unit or "", 200), cut(data.file or "", 200)
  local note = note_of(proof)
  if data.sha256 ~= nil then
    note = note .. (note == "" and "" or "\n") .. data.sha256
  end
  page:cells(row, 1, { place, proof.item.data.id, title, number, data.date or "", unit, cut(data.pages or "", 60),
    supports, file, note }, styles[first_of_item and 2 or 1])
  page:row(row, height(max(lines(title, 50, 9), lines(supports, 28, 9), lines(unit, 26, 9), lines(number, 20, 9),
    lines(note, 31, 8), lines(file, 30, 8))))
end

--- Tanpa bukti pun tabel punya satu baris, tempat mencoba.
local function draw_empty()
  local row = model.first_row
  page:fill(row, 1, row, 10, "cell_first")
  page:text(row, 3, _("No evidence is attached."), "cell_first")
  page:blank(row, sheets.supports_column, "input_left_first")
  page:row(row, 20)
end

function evidence.draw()
  for place, width in ipairs(widths) do
    page:columns(place, place, width)
  end
  look.band(page, 10, _("Evidence"), sheets.subtitle)
  page:merge(4, 1, 4, 10, _("A level from 2 on needs evidence that names one of its criteria; what supports nothing counts for nothing."), "muted")
  page:row(4, 16)
  page:row(5, 22)
  page:table(model.head_row, 1, sheets.last_evidence, 10, { name = "Bukti", header = "head_center", filter = true,
    columns = { _("No."), _("Indicator"), _("Document"), _("Number"), _("Date"), _("Unit"), _("Pages"),
      _("Supports criteria"), _("File"), _("Remark and SHA-256") } })
  local item = nil
  for place, proof in ipairs(model.evidence) do
    draw_row(place, proof, proof.item ~= item)
    item = proof.item
  end
  if #model.evidence == 0 then
    draw_empty()
  end
  page:view({ freeze_row = model.first_row, freeze_column = 3, tab = look.color.gold })
  page:page({ landscape = true, fit_width = 1, fit_height = 0, left = 10, right = 10, top = 12, bottom = 16,
    repeat_first = 1, repeat_last = model.head_row,
    footer_left = sheets.footer, footer_right = _("Page {page} of {pages}") })
  page:protect()
end

return evidence
