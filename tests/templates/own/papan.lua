--- Papan pantau: setiap jenis diagram atas angka yang sama, dan rumus yang hidup.
-- Dokumen: spbe-report/1

about("Papan pantau", cut(report.assessment.agency.name, 150))
style("judul", { font = "Arial", size = 12, bold = true })
style("angka", { format = "0.00", align = "center" })
style("turun", { color = "#B42318", bold = true })

local angka = sheet("Angka")
local papan = sheet("Papan")
angka:cells(1, 1, { "Bagian", "Nilai", "Sasaran" }, "judul")
local bagian = #report.domains > 0 and report.domains or report.aspects
local baris = 1
for n, satu in ipairs(bagian) do
  baris = n + 1
  angka:text(baris, 1, cut(satu.name, 40))
  angka:number(baris, 2, satu.exact, "angka")
  angka:number(baris, 3, 3.5, "angka")
end

-- Setiap rumus disertai nilainya; yang dihitung di sini harus sama dengan yang dihitung lembar.
local jumlah, tertinggi, cukup = 0, 0, 0
for _, satu in ipairs(bagian) do
  local nilai = exact(satu.exact)
  jumlah, tertinggi = jumlah + nilai, math.max(tertinggi, nilai)
  cukup = cukup + (nilai >= 3.5 and 1 or 0)
end
local kolom = ref(2, 2, baris, 2)
angka:text(baris + 1, 1, "Rata-rata", "judul")
angka:formula(baris + 1, 2, "=SUM(" .. kolom .. ")/" .. #bagian, jumlah / #bagian, "angka")
angka:text(baris + 2, 1, "Tertinggi", "judul")
angka:formula(baris + 2, 2, "=MAX(" .. kolom .. ")", tertinggi, "angka")
angka:text(baris + 3, 1, "Mencapai 3,50", "judul")
angka:formula(baris + 3, 2, "=COUNTIF(" .. kolom .. "," .. quote(">=3.5") .. ")", cukup)
define("rata_rata", "=" .. at(angka, baris + 1, 2))
angka:condition(2, 2, baris, 2, { formula = "=" .. ref(2, 2) .. "<rata_rata", style = "turun" })
angka:condition(2, 3, baris, 3, { bar = "#BFD7EA", least = report.scale.lowest, most = report.scale.highest })
angka:columns(1, 1, 44)
angka:link(baris + 5, 1, papan, 1, 1, "Ke papan")
angka:view({ freeze_row = 2 })

local jenis = { "area", "bar", "bar_stacked", "column", "column_stacked", "doughnut", "line", "pie", "radar",
  "radar_filled", "scatter" }
papan:text(1, 1, "Papan pantau", "judul")
for n, satu in ipairs(jenis) do
  papan:chart(3 + math.floor((n - 1) / 2) * 16, n % 2 == 1 and 1 or 9, {
    kind = satu, title = satu, width = 480, height = 300, legend = "bottom",
    description = "Nilai tiap bagian sebagai " .. satu,
    value = satu ~= "pie" and satu ~= "doughnut" and { least = 0, most = report.scale.highest } or nil,
    series = { { name = "Nilai", categories = "=" .. at(angka, 2, 1, baris, 1), values = "=" .. at(angka, 2, 2, baris, 2) } },
  })
end
papan:breaks({ 35, 67 })
papan:view({ active = true, gridlines = false })
papan:page({ landscape = true, fit_width = 1, fit_height = 0, footer_right = "{page} / {pages}" })
