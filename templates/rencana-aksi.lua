--- Rencana aksi: langkah-langkah termurah menuju sasaran, jadwalnya, dan buktinya, untuk dikerjakan dan dipantau.
-- Dokumen: spbe-plan/1. Urutan kerja, biaya, dan indeks berasal dari mesin; indeks berjalan, jadwal, dan
-- kemajuan dihitung oleh lembar dari sel yang boleh diisi.

local model = include("rencana/model.lua")

about(_("Action plan") .. " " .. cut(report.assessment.agency.name, 150), report.rules.title)
include("rencana/ringkasan.lua").draw()
if #model.steps > 0 then
  include("rencana/langkah.lua").draw()
  if model.months > 0 then
    include("rencana/jadwal.lua").draw()
  end
  include("rencana/pilihan.lua").draw()
  include("rencana/papan.lua").draw()
end
