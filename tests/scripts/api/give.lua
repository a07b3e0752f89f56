--- What an assessment gives to others: forms, packages, what the official application takes; and what it takes in.
local checks = 0

local function same(name, got, wanted)
  checks = checks + 1
  if got ~= wanted then
    error(name .. ": " .. tostring(got) .. ", wanted " .. tostring(wanted), 2)
  end
end

local function refused(name, part, call, ...)
  local good, problem = pcall(call, ...)
  checks = checks + 1
  if good then
    error(name .. ": was not refused", 2)
  end
  if not string.find(problem, part, 1, true) then
    error(name .. ": " .. problem, 2)
  end
end

local a = spbe.create("k.spbe", { instrument = "spbe-2020", agency = "Kota Contoh", kind = "kota", year = 2024 })
a:unit("Dinas Kominfo")
a:unit("Kosong")
a:assign("Dinas Kominfo", { "I01", "I02", "I03" })
a:answer("I01.2.a", "yes", "sudah")
a:attach("I01.2.a", "dalam/isi.txt", { title = "Perwali 12", number = "12/2023", date = "2023-05-01" })

-- General questions.
local questions = a:questions()
same("questions", #questions > 0, true)
same("id", type(questions[1].id), "string")
same("text", #questions[1].text > 5, true)
same("not answered", questions[1].answer, nil)
a:general(questions[1].id, "Sudah.")
same("answered", a:questions()[1].answer, "Sudah.")

-- Forms: what is written is taken back, and an untouched one changes nothing.
same("all", a:write_form("semua.xlsx"), 47)
same("of a unit", a:write_form("dinas.xlsx", { unit = "Dinas Kominfo" }), 3)
same("a list", a:write_form("dua.xlsx", { indicators = { "I05", "I07" } }), 2)
same("one", a:write_form("satu.xlsx", { indicators = "I05" }), 1)
local taken = a:form("dinas.xlsx")
same("nothing taken", taken.taken, 0)
same("nothing kept", taken.kept, 0)
same("with a folder", a:form("dinas.xlsx", "file", false, { evidence = "dalam" }).taken, 0)
refused("no such unit", "Kosong", a.write_form, a, "x.xlsx", { unit = "Kosong" })
refused("no such indicator", "I48", a.write_form, a, "x.xlsx", { indicators = { "I48" } })
refused("not an option", "unti", a.write_form, a, "x.xlsx", { unti = "Dinas Kominfo" })
refused("no such folder", "luar", a.form, a, "dinas.xlsx", "file", false, { evidence = "/luar" })
refused("no option of a form", "bukti", a.form, a, "dinas.xlsx", "file", false, { bukti = "dalam" })
same("nothing half-written", spbe.exists("x.xlsx"), false)

-- Tables of levels, as agencies keep them.
spbe.write("t.csv", "Nama;Indikator;Tingkat\nArsitektur;I01;3\nPeta;2;2\n")
same("two claims", a:levels("t.csv"), 2)
same("the second", a:document().answers.I02.claimed, 2)
spbe.write("salah.csv", "Indikator;Tingkat\nI99;3\nI03;9\n")
refused("wrong rows", "salah.csv", a.levels, a, "salah.csv")
spbe.write("kosong.csv", "a;b\n1;2\n")
refused("no such columns", "kosong.csv", a.levels, a, "kosong.csv")
same("nothing came of it", a:document().answers.I03.claimed, nil)

-- A look inside PDFs: there is none.
same("no PDF", a:inspect(), 0)
same("of one indicator", a:inspect("I01"), 0)
refused("no such indicator", "I48", a.inspect, a, "I48")

-- The package, which proves itself.
local bundle = a:bundle("serah.zip")
same("files", bundle.files, 1)
same("only listed", bundle.listed, 0)
same("its hash", #bundle.manifest, 64)
local verdict = spbe.check_bundle("serah.zip")
same("whole", #verdict.findings, 0)
same("the same manifest", verdict.manifest, bundle.manifest)
same("all files", verdict.files >= 3, true)
refused("never replaced", "serah.zip", a.bundle, a, "serah.zip")
refused("no package", "dinas.xlsx", spbe.check_bundle, "dinas.xlsx")
refused("no archive", "t.csv", spbe.check_bundle, "t.csv")
refused("outside", "/tmp", a.bundle, a, "/tmp/serah.zip")
a:begin()
a:claim("I04", 2)
refused("not within a step", "langkah", a.bundle, a, "tengah.zip")
refused("nor this", "langkah", a.portal, a, "portal")
a:rollback()

-- What the official application takes.
local portal = a:portal("portal")
same("indicators", portal.indicators > 0, true)
same("unfit", type(portal.unfit), "number")
same("what to read first", #spbe.read("portal/BACA-DULU.txt") > 100, true)
refused("never replaced", "portal", a.portal, a, "portal")

-- Rules that are kept, and results that come out again.
spbe.report(a, "hasil.json")
local again = a:reproduce("hasil.json")
same("the same", again.same, true)
same("figures", again.compared > 100, true)
same("nothing differs", #again.differs, 0)
a:claim("I01", 2)
again = a:reproduce("hasil.json")
same("no longer", again.same, false)
same("changed since", again.changed, true)
same("kept already", a:keep("spbe-2020"), 0)
refused("another instrument", "pemdi-2026", a.keep, a, "pemdi-2026")
refused("no result", "t.csv", a.reproduce, a, "t.csv")
spbe.report("kemenko.json", "lain.json")
local other = spbe.create("p.spbe", { instrument = "pemdi-2026", agency = "Kota Contoh", kind = "kota", year = 2026 })
refused("of another instrument", "pemdi-2026", other.reproduce, other, "lain.json")

print("ok", checks)
