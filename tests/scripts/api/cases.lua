--- Whole files: made, opened, exported, copied, merged, carried over, confirmed, looked through.
local check = include("check.lua")
local same, refused = check.same, check.refused

local about = { instrument = "spbe-2020", agency = "Kota Contoh", kind = "kota", year = 2023 }

-- Made.
local old = spbe.create("lama.spbe", about)
same("made", old:about().year, 2023)
refused("never over a file", "lama.spbe", spbe.create, "lama.spbe", about)
for _, name in ipairs({ "instrument", "agency", "kind", "year" }) do
  local part = { instrument = "spbe-2020", agency = "K", kind = "kota", year = 2024 }
  part[name] = nil
  refused("without " .. name, "'" .. name .. "'", spbe.create, "x.spbe", part)
end
refused("a word too many", "tahun", spbe.create, "x.spbe", { instrument = "spbe-2020", agency = "K", kind = "kota", year = 2024, tahun = 1 })
refused("no such pack", "spbe-1999", spbe.create, "x.spbe", { instrument = "spbe-1999", agency = "K", kind = "kota", year = 2024 })
refused("no such kind", "desa", spbe.create, "x.spbe", { instrument = "spbe-2020", agency = "K", kind = "desa", year = 2024 })
refused("a year before", "1999", spbe.create, "x.spbe", { instrument = "spbe-2020", agency = "K", kind = "kota", year = 1999 })
refused("outside", "tidak boleh", spbe.create, "../x.spbe", about)
same("nothing was left of these", spbe.exists("x.spbe"), false)

-- Opened.
refused("absent", "tidak-ada.spbe", spbe.open, "tidak-ada.spbe")
refused("another kind of file", "kota.json", spbe.open, "kota.json")
refused("twice", "sedang terbuka", spbe.open, "lama.spbe")
old:close()
old = spbe.open("lama.spbe")
old:answer("I01.2.a", "yes")
old:answer("I01.2.b", "yes")
old:claim("I01", 2)
spbe.write("dok.txt", "isi")
old:attach({ "I01.2.a", "I01.2.b" }, "dok.txt", { title = "Perwali" })

-- Exported and copied.
old:export("lama.json")
same("the same as the document", spbe.json(spbe.read_json("lama.json")), spbe.json(old:document()))
old:copy("salinan.spbe")
local copy = spbe.open("salinan.spbe")
same("the same in the copy", spbe.json(copy:document()), spbe.json(old:document()))
same("with its history", #copy:history(), #old:history())
copy:close()
refused("never over a file", "salinan.spbe", old.copy, old, "salinan.spbe")
refused("not over itself", "sedang terbuka", old.export, old, "lama.spbe")
old:begin()
refused("not within a step", "langkah sudah dimulai", old.copy, old, "lain.spbe")
old:rollback()

-- Merged.
local other = spbe.create("unit.spbe", about)
same("a document", other:merge(old:document()) > 0, true)
same("the same again", other:merge(old:document()), 0)
same("from a file", other:merge("lama.json"), 0)
local document = old:document()
document.answers.I05 = { claimed = 3 }
same("what is new", other:merge(document), 1)
document.agency.name = "Kota Lain"
refused("of another agency", "Kota Lain", other.merge, other, document)
document.answers.I05.claimed = 4
same("all the same", other:merge(document, true), 1)
document.answers.I05.claimed = 7
refused("a wrong value", "I05", other.merge, other, document, true)
document.answers.I05 = { klaim = 3 }
refused("an unknown key", "klaim", other.merge, other, document, true)
refused("an assessment file", "salinan.spbe", other.merge, other, "salinan.spbe")
refused("an open assessment", "dokumen", other.merge, other, old)
refused("no document", "harus berupa", other.merge, other, 7)

-- Carried over, then confirmed.
local new = spbe.create("baru.spbe", { instrument = "spbe-2020", agency = "Kota Contoh", kind = "kota", year = 2024 })
refused("while it is open", "sedang terbuka", new.carry, new, "lama.spbe")
old:close()
local carried = new:carry("lama.spbe")
same("answers", carried.answers, 2)
same("documents", carried.evidence, 1)
same("indicators", carried.indicators, 1)
same("counts only when confirmed", spbe.evaluate(new, { basis = "supported" }).indexes.supported, nil)
same("waiting", new:status().carried, 1)
same("confirmed", new:confirm({ "I01" }), 1)
same("counts", spbe.evaluate(new, { basis = "supported" }).index.given, 1)
same("twice is once", new:confirm(), 0)
same("carrying twice is carrying once", new:carry("lama.spbe").indicators, 0)
refused("from itself", "sedang terbuka", new.carry, new, "baru.spbe")
refused("from the same year", "2023", other.carry, other, "lama.spbe")
local pemdi = spbe.create("pemdi.spbe", { instrument = "pemdi-2026", agency = "Kota Lain", kind = "kota", year = 2026 })
refused("of another agency", "Kota Contoh", pemdi.carry, pemdi, "lama.spbe")
refused("without a crosswalk", "padanan", pemdi.carry, pemdi, "lama.spbe", true)

-- Looked through.
local status = new:status()
same("of all", status.of, 47)
same("one begun or complete", status.begun + status.complete, 1)
same("of each", #status.indicators, 47)
same("history of one indicator", new:history("I01")[1].indicator, "I01")
same("from a number", new:history(nil, 3)[1].number, 3)
same("behind its end", #new:history(nil, 100000), 0)
refused("of none", "I99", new.history, new, "I99")
same("all is well", #new:verify(), 0)

-- Explanations and general questions.
same("explained", new:explanation("I01.2", { text = "Sudah ditetapkan." }), 1)
refused("no such level", "I01.9", new.explanation, new, "I01.9", { text = "x" })
refused("a word too many", "isi", new.explanation, new, "I01.2", { isi = "x" })
local question = spbe.rules("spbe-2020").general_questions
if question ~= nil then
  same("a question", new:general(question[1].id, "Jawaban"), 1)
end
refused("no such question", "PU99", new.general, new, "PU99", "x")
refused("an outside index that is not there", "I01", new.measure, new, "I01", "68,75")
pemdi:begin()
refused("off its scale", "", pemdi.measure, pemdi, "I05", "999999")
pemdi:rollback()
same("an outside index", pemdi:measure("I05", "68,75"), 1)

print("ok", check.count())
