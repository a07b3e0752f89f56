--- Evidence: put forward, described, extended, replaced, withdrawn, read back byte by byte.
local check = include("check.lua")
local same, refused = check.same, check.refused

local a = spbe.create("k.spbe", { instrument = "spbe-2020", agency = "Kota Contoh", kind = "kota", year = 2024 })
spbe.write("satu.txt", "isi pertama\n")
spbe.write("dua.txt", "isi kedua\n")

local ids = a:attach({ "I01.2.a", "I02" }, "satu.txt", { title = "Perwali", number = "12/2023", date = "2023-05-01", pages = "3", note = "asli" })
same("one for each indicator", table.concat(ids, " "), "E1 E2")
local list = a:evidence()
same("both", #list, 2)
same("id", list[1].id, "E1")
same("indicator", list[1].indicator, "I01")
same("title", list[1].title, "Perwali")
same("number", list[1].number, "12/2023")
same("date", list[1].date, "2023-05-01")
same("pages", list[1].pages, "3")
same("note", list[1].note, "asli")
same("file", list[1].file, "satu.txt")
same("size", list[1].size, 12)
same("supports", table.concat(list[1].supports, " "), "I01.2.a")
same("supports nothing yet", #list[2].supports, 0)
same("of one indicator", #a:evidence("I02"), 1)
same("of none", #a:evidence("I03"), 0)
refused("no indicator", "I99", a.evidence, a, "I99")

-- More criteria, another description.
same("extended", table.concat(a:support("E1", { "I01.2.b", "I03.2.a" }), " "), "E1 E3")
same("now two", #a:evidence("I01")[1].supports, 2)
same("the other indicator too", a:evidence("I03")[1].title, "Perwali")
same("described otherwise", a:describe("E1", { title = "Peraturan Wali Kota", note = "" }), 2)
same("new title", a:evidence("I01")[1].title, "Peraturan Wali Kota")
same("note taken away", a:evidence("I01")[1].note, nil)
refused("no such evidence", "E9", a.support, a, "E9", "I01.2.a")
refused("a wrong word of a description", "judul", a.describe, a, "E1", { judul = "x" })
refused("a wrong word when putting forward", "tgl", a.attach, a, "I01.2.a", "satu.txt", { tgl = "2023-05-01" })
refused("no day", "2023-02-30", a.attach, a, "I01.2.a", "dua.txt", { date = "2023-02-30" })
refused("no criterion", "I01.2.zz", a.attach, a, "I01.2.zz", "satu.txt")
refused("no document", "tidak ada", a.attach, a, "I01.2.a", "hilang.txt")
refused("a document outside", "tidak boleh", a.attach, a, "I01.2.a", "/etc/hostname")
refused("no target", "harus berupa", a.attach, a)

-- A newer version.
same("replaced", table.concat(a:replace("E1", "dua.txt"), " "), "E4")
local now
for _, item in ipairs(a:evidence("I01")) do
  now = item.id == "E4" and item or now
end
same("its criteria stay", table.concat(now.supports, " "), "I01.2.a I01.2.b")
same("its title stays", now.title, "Peraturan Wali Kota")
refused("the same again", "dua.txt", a.replace, a, "E4", "dua.txt")
refused("one that was replaced", "E1", a.support, a, "E1", "I01.2.a")

-- Contents.
a:save("E4", "salinan.txt")
same("byte by byte", spbe.read("salinan.txt"), "isi kedua\n")
a:save("E1", "lama.txt")
same("the old one stays", spbe.read("lama.txt"), "isi pertama\n")
refused("outside", "tidak boleh", a.save, a, "E4", "/tmp/x.txt")
refused("of none", "E99", a.save, a, "E99", "x.txt")

-- Taken back.
refused("without a reason", "harus berupa", a.withdraw, a, "E2")
same("withdrawn", a:withdraw("E2", "salah berkas") > 0, true)
local gone
for _, item in ipairs(a:evidence("I02")) do
  gone = item.id == "E2" and item or gone
end
same("and told", gone.withdrawn, "salah berkas")
same("its document is no longer in the assessment", a:document().answers.I02, nil)
a:withdraw("E4", "ganti")
a:withdraw("E4", "hapus isinya", true)
refused("its content is gone", "dihapus", a.save, a, "E4", "x.txt")
same("all is well", #a:verify(), 0)

print("ok", check.count())
