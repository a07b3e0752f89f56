--- Rencana kami: ubah baris pertama ini; ia menjadi judulnya dalam daftar templat.
-- Dokumen: spbe-plan/1
--
-- Templat ini menggambar rencana aksi. Coba sekarang, lalu pakai:
--
--   spbe templates check rencana.lua
--   spbe plan kota.spbe --target 3.50 -o rencana.xlsx --template rencana.lua
--
-- Semua fungsi dan pilihannya: spbe help template. Isi dokumennya: spbe plan kota.spbe --target 3.50 --json rencana.json.

local instansi = report.assessment.agency.name
about("Rencana kami " .. cut(instansi, 150), report.rules.title)
style("judul", { font = "Arial", size = 16, bold = true, color = "#14365C" })
style("isi", { font = "Arial", size = 10, valign = "middle", wrap = true, bottom = "hair", line_color = "#D5DBE3" })
style("kepala", { base = "isi", bold = true, color = "#FFFFFF", fill = "#14365C" })
style("tengah", { base = "kepala", align = "center" })
style("bulat", { base = "isi", align = "center" })
style("angka", { base = "bulat", format = "0.00" })
style("kuning", { base = "isi", fill = "#FFF8E1", unlocked = true }) -- dapat diisi, juga di lembar terlindung

local lembar = sheet("Rencana")
lembar:columns(1, 1, 8)
lembar:columns(2, 3, 46)
lembar:columns(4, 6, 11)
lembar:columns(7, 7, 24)
lembar:merge(1, 1, 1, 7, instansi, "judul")
lembar:row(1, 26)

-- Rencana dapat tidak ada: sasaran sudah tercapai, atau di luar jangkauan.
local kalimat = "Indeks " .. decimal(report.before.exact) .. " menjadi " .. decimal(report.after.exact)
if report.reached then
  kalimat = "Sasaran sudah tercapai: indeks " .. decimal(report.before.exact)
elseif not report.possible then
  kalimat = "Sasaran di luar jangkauan: indeks tertinggi " .. decimal(report.highest.exact)
end
lembar:merge(2, 1, 2, 7, kalimat, "isi")

-- Satu baris tiap langkah, menurut urutan instrumen. Biaya ialah angka tepat yang ditulis sebagai teks.
local pertama, baris = 5, 5
lembar:cells(4, 1, { "Kode", "Indikator", "Yang dikerjakan", "Tingkat", "Biaya", "Bulan", "Penanggung jawab" },
  { "kepala", "kepala", "kepala", "tengah", "tengah", "tengah", "kepala" })
for _, langkah in ipairs(report.steps) do
  lembar:cells(baris, 1, { langkah.indicator, langkah.name, langkah.what or "" }, "isi")
  lembar:number(baris, 4, langkah.to_level, "bulat")
  lembar:number(baris, 5, langkah.cost, "angka")
  lembar:number(baris, 6, langkah.months, "bulat")
  lembar:text(baris, 7, "", "kuning")
  lembar:row(baris, 13 * math.max(lines(langkah.name, 46, 10), lines(langkah.what or "", 46, 10)) + 4)
  baris = baris + 1
end

-- Sebuah rumus selalu disertai nilainya, supaya benar juga tanpa dihitung ulang.
if #report.steps > 0 then
  lembar:text(baris, 2, "Jumlah biaya (" .. report.prices.unit .. ")", "kepala")
  lembar:formula(baris, 5, "=SUM(" .. ref(pertama, 5, baris - 1, 5) .. ")", exact(report.total.cost), "angka")
end

lembar:view({ freeze_row = pertama, active = true })
lembar:page({ landscape = true, fit_width = 1, fit_height = 0, repeat_first = 4, repeat_last = 4, footer_right = "{page} / {pages}" })
lembar:protect()
