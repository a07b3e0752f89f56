--- Formulir pengisian: petunjuk, satu lembar tiap domain, daftar bukti, dan lembar tersembunyi untuk membacanya kembali.
-- Pilihan: options.head, options.evidence, options.rows, options.seal (lihat core/form.h).

about(_("Assessment form") .. " " .. cut(report.assessment.agency.name, 150), report.rules.title)
include("laporan/gaya.lua")
include("formulir/petunjuk.lua").draw()
include("formulir/identitas.lua").draw()
local key = include("formulir/kunci.lua")
include("formulir/domain.lua").draw(key)
include("formulir/bukti.lua").draw(key)
key.draw()
