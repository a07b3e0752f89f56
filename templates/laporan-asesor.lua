--- Laporan asesor: semuanya, untuk dibaca dan dicetak: tiap indikator dengan jawaban, kriteria, bukti, alasan, dan peringatan.
-- Dokumen: spbe-report/1

local base = include("naskah/dasar.lua")
about(_("Assessor's report") .. " " .. cut(report.assessment.agency.name, 150), report.rules.title)

local sheets = { overview = sheet(_("Overview")), indicators = sheet(_("Indicators")), notes = sheet(_("Notes")) }
include("naskah/ikhtisar.lua").draw(sheets)
include("naskah/indikator.lua").draw(sheets.indicators)
include("naskah/aturan.lua").draw(sheets.notes)
