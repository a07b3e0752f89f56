--- Laporan pimpinan: ringkasan satu halaman, 47 indikator, kriteria, bukti, dan catatan, yang menghitung sendiri.
-- Dokumen: spbe-report/1
-- Pilihan: options.target (tingkat pembanding), previous (dokumen hasil tahun lalu).

about(_("Evaluation report") .. " " .. cut(report.assessment.agency.name, 150), report.rules.title)
include("laporan/gaya.lua")
local sheets = include("laporan/lembar.lua")
local list = include("laporan/daftar.lua")
local summary = include("laporan/ringkasan.lua")

list.draw(sheets.lists, summary.chosen)
include("laporan/indikator.lua").draw()
if sheets.criteria ~= nil then
  include("laporan/kriteria.lua").draw()
  include("laporan/bukti.lua").draw()
end
summary.draw()
include("laporan/peta.lua").draw(summary.compare)
include("laporan/catatan.lua").draw()
