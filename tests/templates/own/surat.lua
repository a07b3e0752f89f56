--- Surat pengantar: kop dengan logo, hasil dalam sebuah tabel, ruang tanda tangan.
-- Dokumen: spbe-report/1

local instansi = report.assessment.agency.name
about("Surat pengantar " .. cut(instansi, 150))
style("kop", { font = "Arial", size = 14, bold = true, valign = "middle" })
style("surat", { font = "Arial", size = 11, wrap = true, valign = "top" })
style("kepala", { base = "surat", bold = true, fill = "#E8EEF5", line = "thin" })
style("sel", { base = "surat", line = "thin" })
style("angka", { base = "sel", align = "center", format = "0.00" })
style("isian", { base = "surat", fill = "#FFF8E1", unlocked = true })

local surat = sheet("Surat")
surat:columns(1, 1, 10)
surat:columns(2, 2, 50)
surat:columns(3, 4, 13)
surat:row(1, 48)
surat:image(1, 1, "logo.png", { scale = 0.5, description = "Logo " .. cut(instansi, 100) })
surat:merge(1, 2, 1, 4, instansi, "kop")
surat:merge(3, 1, 3, 4, "Nomor: [diisi]", "isian")
surat:merge(5, 1, 5, 4, "Bersama ini disampaikan hasil evaluasi tahun " .. report.assessment.year .. ": indeks "
  .. decimal(report.index.exact) .. ", predikat " .. report.index.predicate .. ".", "surat")
surat:row(5, 34)

-- Domain, atau aspek bila instrumennya tidak berdomain.
local bagian = #report.domains > 0 and report.domains or report.aspects
local pertama = 7
for n, satu in ipairs(bagian) do
  surat:cells(pertama + n, 1, { satu.id, satu.name, exact(satu.weight), exact(satu.exact) }, { "sel", "sel", "angka", "angka" })
end
local terakhir = pertama + #bagian
surat:table(pertama, 1, terakhir, 4, { name = "Hasil", columns = { "Kode", "Bagian", "Bobot", "Nilai" }, header = "kepala" })
surat:text(terakhir + 3, 3, "Kepala,", "surat")
surat:merge(terakhir + 7, 3, terakhir + 7, 4, "[nama]", "isian")
surat:page({ fit_width = 1, fit_height = 1, left = 25, right = 20, top = 20, bottom = 20 })
surat:protect()
