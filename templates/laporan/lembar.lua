--- Lembar-lembar laporan, menurut urutannya, dan hal yang perlu diketahui lebih dari satu lembar.

local model = include("laporan/model.lua")

local sheets = {
  summary = sheet(_("Summary")),
  map = sheet(_("Map")),
  indicators = sheet(_("Indicators")),
}
if model.full then
  sheets.criteria = sheet(_("Criteria"))
  sheets.evidence = sheet(_("Evidence"))
end
sheets.notes = sheet(_("Notes"))
sheets.lists = sheet(_("Lists"))

--- Kolom jawaban di Kriteria dan kolom dukungan di Bukti.
sheets.answer_column = 5
sheets.supports_column = 8
if model.full then
  sheets.last_evidence = model.first_row + math.max(#model.evidence, 1) - 1
  sheets.supports = at(sheets.evidence, model.first_row, sheets.supports_column, sheets.last_evidence, sheets.supports_column)
end

--- Aturan yang dipakai: judul paket, lalu overlay di atasnya.
sheets.rules = report.rules.title
for i, overlay in ipairs(report.rules.overlays) do
  sheets.rules = cut(sheets.rules .. " + " .. overlay.title, 400)
end
sheets.subtitle = cut(report.assessment.agency.name, 120) .. " · " .. report.assessment.year .. " · " .. sheets.rules
sheets.footer = cut(report.assessment.agency.name, 50) .. " · " .. report.assessment.year

return sheets
