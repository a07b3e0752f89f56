--- Dampak kami: ubah baris pertama ini; ia menjadi judulnya dalam daftar templat.
-- Dokumen: spbe-impact/1
--
-- Templat ini menggambar dampak overlay atas penilaian. Coba sekarang, lalu pakai:
--
--   spbe templates check dampak.lua
--   spbe rules impact koreksi kota.spbe -o dampak.xlsx --template dampak.lua
--
-- Semua fungsi dan pilihannya: spbe help template. Isi dokumennya: spbe rules impact koreksi kota.spbe --json dampak.json.

about("Dampak kami", cut(report.rules.title, 150))
style("judul", { font = "Arial", size = 16, bold = true, color = "#14365C" })
style("isi", { font = "Arial", size = 10, valign = "middle", wrap = true, bottom = "hair", line_color = "#D5DBE3" })
style("kepala", { base = "isi", bold = true, color = "#FFFFFF", fill = "#14365C" })
style("tengah", { base = "kepala", align = "center" })
style("bulat", { base = "isi", align = "center" })
style("angka", { base = "bulat", format = "0.00" })
style("selisih", { base = "isi", align = "center", format = "+0.00;-0.00;0.00", bold = true })

local lembar = sheet("Dampak")
lembar:columns(1, 1, 52)
lembar:columns(2, 4, 12)
lembar:columns(5, 5, 34)
lembar:merge(1, 1, 1, 5, "Dampak overlay", "judul")
lembar:row(1, 26)
local semua = report.all
lembar:merge(2, 1, 2, 5, semua.moved .. " penilaian bergeser: " .. semua.up .. " naik, " .. semua.down .. " turun, "
  .. semua.predicates .. " berganti predikat", "isi")

-- Satu baris tiap penilaian; yang berganti predikat lebih dahulu.
local pertama, baris = 5, 5
lembar:cells(4, 1, { "Instansi", "Sebelum", "Sesudah", "Selisih", "Predikat" },
  { "kepala", "tengah", "tengah", "tengah", "kepala" })
for _, satu in ipairs(report.assessments) do
  local sebelum, sesudah = satu.before.predicate or "", satu.after.predicate or ""
  lembar:text(baris, 1, satu.agency .. ", " .. satu.year, "isi")
  lembar:number(baris, 2, satu.before.exact, "angka")
  lembar:number(baris, 3, satu.after.exact, "angka")
  lembar:formula(baris, 4, "=" .. ref(baris, 3) .. "-" .. ref(baris, 2), exact(satu.delta), "selisih")
  lembar:text(baris, 5, sebelum == sesudah and sebelum or sebelum .. " → " .. sesudah, "isi")
  baris = baris + 1
end

lembar:view({ freeze_row = pertama, active = true })
lembar:page({ landscape = true, fit_width = 1, fit_height = 0, repeat_first = 4, repeat_last = 4, footer_right = "{page} / {pages}" })
