--- Laporan kami: ubah baris pertama ini; ia menjadi judulnya dalam daftar templat.
-- Dokumen: spbe-report/1
--
-- Templat ialah berkas Lua yang menggambar buku kerja dari dokumen hasil. Coba sekarang:
--
--   spbe templates check hasil.lua
--   spbe report kota.spbe -o laporan.xlsx --template hasil.lua
--
-- Semua fungsi dan pilihannya: spbe help template. Isi dokumen hasil: spbe report kota.spbe -o hasil.json.

-- Nama berkas di penjelajah berkas, dan gaya sel: sekali diberi nama, dipakai di mana saja.
about("Laporan kami " .. cut(report.assessment.agency.name, 150), report.rules.title)
style("judul", { font = "Arial", size = 16, bold = true, color = "#14365C" })
style("isi", { font = "Arial", size = 10, valign = "middle", wrap = true, bottom = "hair", line_color = "#D5DBE3" })
style("kepala", { base = "isi", bold = true, color = "#FFFFFF", fill = "#14365C" })
style("angka", { base = "isi", align = "center", format = "0.00" })
style("kuning", { base = "isi", fill = "#FFF8E1", unlocked = true }) -- dapat diisi, juga di lembar terlindung

-- Sebuah lembar. Baris dan kolom dihitung dari 1; lebar kolom dalam huruf, tinggi baris dalam poin.
local lembar = sheet("Laporan")
lembar:columns(1, 1, 8)
lembar:columns(2, 2, 60)
lembar:columns(3, 4, 12)
lembar:merge(1, 1, 1, 4, report.assessment.agency.name, "judul")
lembar:row(1, 26)

-- Bilangan hasil disimpan sebagai teks yang tepat: exact() menjadikannya angka, decimal() teks bagi manusia.
local indeks = report.index
local kalimat = "Indeks " .. decimal(indeks.exact) .. ", predikat " .. indeks.predicate
if indeks.given < indeks.of then -- indeks yang belum lengkap selalu dikatakan
  kalimat = kalimat .. " (sementara: baru " .. indeks.given .. " dari " .. indeks.of .. " indikator bernilai)"
end
lembar:merge(2, 1, 2, 4, kalimat, "isi")

-- Sebuah tabel: kepala di baris 4, lalu satu baris tiap indikator.
local pertama, baris = 5, 5
lembar:cells(4, 1, { "Kode", "Indikator", "Bobot", "Nilai" }, "kepala")

--- Menulis indikator sebuah aspek; tinggi baris menurut panjang namanya.
local function tulis(aspek)
  for _, indikator in ipairs(aspek.indicators or {}) do
    lembar:cells(baris, 1, { indikator.id, indikator.name }, "isi")
    lembar:number(baris, 3, indikator.weight, "angka")
    lembar:number(baris, 4, indikator.value, "angka")
    lembar:row(baris, 13 * lines(indikator.name, 60, 10) + 4)
    baris = baris + 1
  end
end

-- Instrumen tanpa domain menaruh aspeknya langsung di report.aspects.
for _, domain in ipairs(report.domains) do
  for _, aspek in ipairs(domain.aspects) do
    tulis(aspek)
  end
end
for _, aspek in ipairs(report.aspects or {}) do
  tulis(aspek)
end

-- Sebuah rumus selalu disertai nilainya, supaya benar juga tanpa dihitung ulang.
local nilai, bobot = ref(pertama, 4, baris - 1, 4), ref(pertama, 3, baris - 1, 3)
lembar:text(baris, 2, "Indeks menurut lembar ini", "kepala")
lembar:formula(baris, 4, "=SUMPRODUCT(" .. nilai .. "," .. bobot .. ")/SUM(" .. bobot .. ")", exact(indeks.exact), "angka")

-- Yang tidak diketahui program: sel kuning untuk diisi.
lembar:merge(baris + 2, 1, baris + 2, 4, "[catatan kami]", "kuning")
lembar:row(baris + 2, 60)

-- Di layar dan di kertas A4; lembar terlindung, kecuali gaya yang unlocked.
lembar:view({ freeze_row = pertama, active = true })
lembar:page({ fit_width = 1, fit_height = 0, repeat_first = 4, repeat_last = 4, footer_right = "{page} / {pages}" })
lembar:protect()
