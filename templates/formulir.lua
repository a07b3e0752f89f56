--- Formulir pengisian: petunjuk, satu lembar tiap domain, penjelasan, daftar bukti, dan lembar tersembunyi untuk membacanya kembali.
-- Dokumen: spbe-form/1
-- Pilihan: options.head, options.evidence, options.rows, options.seal, options.texts, options.questions, options.portal (lihat core/form.h).

about(_("Assessment form") .. " " .. cut(report.assessment.agency.name, 150), report.rules.title)
include("laporan/gaya.lua")
include("formulir/petunjuk.lua").draw()
include("formulir/identitas.lua").draw()
include("formulir/pertanyaan.lua").draw()
local key = include("formulir/kunci.lua")
local domains = include("formulir/domain.lua")
domains.draw(key)
include("formulir/penjelasan.lua").draw(domains.indicators, domains.places)
include("formulir/bukti.lua").draw(key)
key.draw()
