--- Perbandingan kami: ubah baris pertama ini; ia menjadi judulnya dalam daftar templat.
-- Dokumen: spbe-comparison/1
--
-- Templat ini menggambar perbandingan beberapa penilaian. Coba sekarang, lalu pakai:
--
--   spbe templates check banding.lua
--   spbe compare kota-2023.spbe kota-2024.spbe -o banding.xlsx --template banding.lua
--
-- Semua fungsi dan pilihannya: spbe help template. Isi dokumennya: spbe compare LAMA BARU --json banding.json.

about("Perbandingan kami", cut(report.sides[1].agency, 150))
style("judul", { font = "Arial", size = 16, bold = true, color = "#14365C" })
style("isi", { font = "Arial", size = 10, valign = "middle", wrap = true, bottom = "hair", line_color = "#D5DBE3" })
style("kepala", { base = "isi", bold = true, color = "#FFFFFF", fill = "#14365C" })
style("tengah", { base = "kepala", align = "center" })
style("bulat", { base = "isi", align = "center" })
style("angka", { base = "bulat", format = "0.00" })
style("selisih", { base = "isi", align = "center", format = "+0.00;-0.00;0.00", bold = true })

-- Satu kolom tiap penilaian (report.sides), lalu selisih dari yang pertama ke yang terakhir.
local sisi = report.sides
local terakhir = 2 + #sisi
local lembar = sheet("Perbandingan")
lembar:columns(1, 1, 8)
lembar:columns(2, 2, 52)
lembar:columns(3, terakhir + 1, 14)
lembar:merge(1, 1, 1, terakhir + 1, "Perbandingan", "judul")
lembar:row(1, 26)
lembar:cells(4, 1, { "Kode", "Indikator" }, "kepala")
for n, satu in ipairs(sisi) do
  lembar:text(4, 2 + n, cut(satu.agency, 60) .. ", " .. satu.year, "tengah")
end
lembar:row(4, 42)

-- Indeks; selisih ada hanya bila semuanya dinilai dengan aturan yang sama (report.comparable).
local pertama, baris = 5, 5
local function tulis(kode, nama, nilai)
  lembar:cells(baris, 1, { kode, nama }, "isi")
  for n, satu in ipairs(nilai) do
    if satu then
      lembar:number(baris, 2 + n, satu, "angka")
    end
  end
  if report.comparable and nilai[1] and nilai[#sisi] then
    local dari, ke = ref(baris, 3), ref(baris, terakhir)
    lembar:formula(baris, terakhir + 1, "=" .. ke .. "-" .. dari, exact(nilai[#sisi]) - exact(nilai[1]), "selisih")
  end
  lembar:row(baris, 13 * lines(nama, 52, 10) + 4)
  baris = baris + 1
end

if report.comparable then
  lembar:text(4, terakhir + 1, "Selisih", "tengah")
end
local indeks = {}
for n, satu in ipairs(sisi) do
  indeks[n] = satu.index.exact
end
tulis("", "Indeks", indeks)
for _, indikator in ipairs(report.indicators or {}) do
  tulis(indikator.id, indikator.name, indikator.values)
end

lembar:view({ freeze_row = pertama, active = true })
lembar:page({ landscape = true, fit_width = 1, fit_height = 0, repeat_first = 4, repeat_last = 4, footer_right = "{page} / {pages}" })
