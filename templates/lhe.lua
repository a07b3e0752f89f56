--- Laporan hasil evaluasi (LHE): isinya menurut urutan laporan resmi yang pernah terbit; yang tidak diketahui program diisi sendiri.
-- Dokumen: spbe-report/1

local base = include("naskah/dasar.lua")
local paper = base.paper("lhe", _("Report of the evaluation's result"))
local basis, index = base.first_basis({ "verified", report.basis })
if index.given < index.of then
  basis, index = report.basis, report.index
end
local result = { paper = paper, basis = basis, index = index }
about(paper.title .. " " .. cut(report.assessment.agency.name, 150), report.rules.title)

local sheets = { cover = sheet(_("Cover")), opening = sheet(_("Opening")), method = sheet(_("Basis and method")),
  result = sheet(_("Result")), strengths = sheet(_("Strengths")), advice = sheet(_("Recommendation")), values = sheet(_("Values")) }
include("naskah/lhe-pembuka.lua").draw(sheets, result)
include("naskah/lhe-metode.lua").draw(sheets.method, result)
local values = include("naskah/lhe-nilai.lua")
values.draw(sheets.values, result)
include("naskah/lhe-hasil.lua").draw(sheets, result, values)
