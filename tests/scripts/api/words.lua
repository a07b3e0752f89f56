--- Words of a script: two languages, and what stands behind its name.
local check = include("check.lua")
local same, refused = check.same, check.refused

same("Indonesian", spbe.text("kota", "city"), "kota")
same("filled in", spbe.text("%d berkas di %s", "%d files in %s", 3, "sini"), "3 berkas di sini")
same("percent alone", spbe.text("100 %", "100 %"), "100 %")
refused("one text", "argumen ke-2 dari spbe.text", spbe.text, "kota")
refused("no text", "argumen ke-1 dari spbe.text", spbe.text, 5, "five")

-- Without words, defaults hold.
local given = spbe.options({
  about = "Coba.",
  { "count", "N", "banyaknya", whole = true, default = 2 },
  { "basis", "DASAR", "dasar", one_of = { "claimed", "supported" }, default = "supported" },
  { "seed", "TEKS", "benih" },
  { "save", "", "simpan" },
})
same("a number", given.count, 2)
same("a choice", given.basis, "supported")
same("nothing", given.seed, nil)
same("a flag", given.save, nil)
same("no words", #given.words, 0)
refused("needed", "--year TAHUN wajib disebut", spbe.options, { { "year", "TAHUN", "tahun", needed = true } })
refused("words", "ada yang kurang", spbe.options, { arguments = "BERKAS", least = 1 })
refused("no declaration", "argumen ke-1 dari spbe.options", spbe.options, "x")

-- Names that are not there are answered with the nearest that is.
refused("a slip", "mungkin maksud Anda spbe.evaluate", function() return spbe.evalute end)
refused("another", "mungkin maksud Anda spbe.read_table", function() return spbe.readtable end)
refused("far away", "periksa ejaannya", function() return spbe.xyzzyplugh end)
refused("no name", "tidak mengenal nama", function() return spbe[5] end)
local a = spbe.create("w.spbe", { instrument = "spbe-2020", agency = "Kota", kind = "kota", year = 2024 })
refused("a method", "mungkin maksud Anda assessment:claim", function() return a.clam end)
refused("capitals", "mungkin maksud Anda assessment:answer", function() return a.Answer end)

print("ok", check.count())
