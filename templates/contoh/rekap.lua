--- Rekap kami: ubah baris pertama ini; ia menjadi judulnya dalam daftar templat.
-- Dokumen: spbe-rollup/1
--
-- Templat ini menggambar rekap banyak penilaian. Coba sekarang, lalu pakai:
--
--   spbe templates check rekap.lua
--   spbe rollup kabupaten.jsonl -o rekap.xlsx --template rekap.lua
--
-- Semua fungsi dan pilihannya: spbe help template. Isi dokumennya: spbe rollup kabupaten.jsonl --json rekap.json.

about("Rekap kami", report.groups[1].rules.title)
style("judul", { font = "Arial", size = 16, bold = true, color = "#14365C" })
style("isi", { font = "Arial", size = 10, valign = "middle", wrap = true, bottom = "hair", line_color = "#D5DBE3" })
style("kepala", { base = "isi", bold = true, color = "#FFFFFF", fill = "#14365C" })
style("tengah", { base = "kepala", align = "center" })
style("bulat", { base = "isi", align = "center" })
style("angka", { base = "bulat", format = "0.00" })

-- Satu kelompok tiap instrumen dan tahun: yang berbeda aturan tidak pernah dicampur.
local pertama = 5
local lembar = {}
for n, kelompok in ipairs(report.groups) do
  local satu = sheet(cut(kelompok.rules.id .. " " .. kelompok.year, 28))
  satu:columns(1, 1, 9)
  satu:columns(2, 2, 56)
  satu:columns(3, 4, 14)
  satu:columns(5, 5, 18)
  satu:merge(1, 1, 1, 5, kelompok.rules.title .. ", " .. kelompok.year, "judul")
  satu:row(1, 26)
  satu:merge(2, 1, 2, 5, kelompok.count .. " penilaian, rata-rata " .. decimal(kelompok.index.mean_exact), "isi")
  satu:cells(4, 1, { "Peringkat", "Instansi", "Indeks", "Terisi", "Predikat" },
    { "tengah", "kepala", "tengah", "tengah", "kepala" })
  satu:view({ freeze_row = pertama, active = n == 1 })
  satu:page({ fit_width = 1, fit_height = 0, repeat_first = 4, repeat_last = 4, footer_right = "{page} / {pages}" })
  lembar[n] = satu
end

-- Penilaian datang halaman demi halaman, menurut kelompok lalu peringkat, berapa pun banyaknya: yang sudah
-- digambar tidak perlu diingat.
local kelompok, selesai = 1, 0
local halaman = rows()
while halaman do
  for _, satu in ipairs(halaman) do
    while selesai == report.groups[kelompok].count do
      kelompok, selesai = kelompok + 1, 0
    end
    local baris = pertama + selesai
    selesai = selesai + 1
    lembar[kelompok]:number(baris, 1, satu.rank, "bulat")
    lembar[kelompok]:text(baris, 2, satu.agency, "isi")
    lembar[kelompok]:number(baris, 3, satu.index.exact, "angka")
    lembar[kelompok]:text(baris, 4, satu.index.given .. " / " .. satu.index.of, "bulat")
    lembar[kelompok]:text(baris, 5, satu.index.predicate or "", "isi")
  end
  halaman = rows()
end

-- Sebuah rumus selalu disertai nilainya, supaya benar juga tanpa dihitung ulang.
for n, satu in ipairs(report.groups) do
  local baris = pertama + satu.count
  local kolom = ref(pertama, 3, baris - 1, 3)
  lembar[n]:text(baris, 2, "Rata-rata", "kepala")
  lembar[n]:formula(baris, 3, "=SUM(" .. kolom .. ")/" .. satu.count, exact(satu.index.mean_exact), "angka")
end
