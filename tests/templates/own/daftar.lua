--- Daftar dua bahasa: tiap indikator dan tingkatnya, dalam bahasa yang diminta dengan --lang.
-- Dokumen: spbe-report/1

--- Teks sendiri dalam bahasa pembaca.
local function kata(indonesia, inggris)
  return language == "en" and inggris or indonesia
end

about(kata("Daftar indikator", "List of indicators"))
style("kepala", { bold = true, color = "#FFFFFF", fill = "#14365C" })
style("isi", { wrap = true, valign = "top", bottom = "hair" })
local lembar = sheet(kata("Daftar", "List"))
lembar:columns(1, 1, 7)
lembar:columns(2, 2, 60)
lembar:columns(3, 4, 12)
lembar:cells(1, 1, { kata("Kode", "Id"), kata("Indikator", "Indicator"), kata("Tingkat", "Level"), kata("Dasar", "Basis") }, "kepala")
local baris = 1
local function tulis(aspek)
  for n, satu in ipairs(aspek.indicators or {}) do -- bukan "for _": di dalamnya _ bukan fungsi lagi
    baris = baris + 1
    lembar:cells(baris, 1, { satu.id, satu.name, satu.level or false, _(report.basis) }, "isi")
    lembar:row(baris, 13 * lines(satu.name, 60, 11) + 2)
  end
end
for _, domain in ipairs(report.domains) do
  for _, aspek in ipairs(domain.aspects) do
    tulis(aspek)
  end
end
for _, aspek in ipairs(report.aspects or {}) do
  tulis(aspek)
end
lembar:filter(1, 1, baris, 4)
lembar:choice(2, 3, baris, 3, { least = 0, most = 5, whole = true, message = kata("0 sampai 5", "0 to 5") })
lembar:view({ freeze_row = 2 })
lembar:page({ fit_width = 1, fit_height = 0, repeat_first = 1, repeat_last = 1, header_left = kata("Halaman {page}", "Page {page}") })
