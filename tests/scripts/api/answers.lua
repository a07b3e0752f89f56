--- Answers, claims, verdicts, notes, units, states: each as the command of that name does it.
local check = include("check.lua")
local same, refused = check.same, check.refused

local a = spbe.create("k.spbe", { instrument = "spbe-2020", agency = "Kota Contoh", kind = "kota", year = 2024 })

local function answers()
  return a:document().answers
end

-- Answers.
same("yes", a:answer("I01.2.a", "yes"), 1)
same("is met", answers().I01.criteria["I01.2.a"].met, true)
same("ya", a:answer("I01.2.a", "ya"), 0)
same("no", a:answer("I01.2.a", "tidak", "belum ditetapkan"), 2)
same("is not met", answers().I01.criteria["I01.2.a"].met, false)
same("note", answers().I01.criteria["I01.2.a"].note, "belum ditetapkan")
same("none", a:answer("I01.2.a", "-"), 1)
refused("a wrong word", "I01.2.a", a.answer, a, "I01.2.a", "mungkin")
refused("a wrong id", "I01.9.z", a.answer, a, "I01.9.z", "yes")
refused("no word", "harus berupa", a.answer, a, "I01.2.a")
refused("no id", "harus berupa", a.answer, a)
refused("without the assessment", "titik dua: assessment:answer", a.answer, "I01.2.a", "yes")

-- Claims.
same("a number", a:claim("I02", 3), 1)
same("a text", a:claim("I02", "4"), 1)
same("claimed", answers().I02.claimed, 4)
same("with a note", a:claim("I02", 4, "lihat RPJMD"), 1)
same("note of the indicator", answers().I02.note, "lihat RPJMD")
same("taken back", a:claim("I02", "-"), 1)
same("gone", answers().I02.claimed, nil)
refused("too high", "I02", a.claim, a, "I02", 6)
refused("a fraction", "I02", a.claim, a, "I02", "2.5")
refused("a Lua fraction", "harus berupa", a.claim, a, "I02", 2.5)
refused("no indicator", "I48", a.claim, a, "I48", 1)

-- Verdicts.
same("a verdict", a:rate("I02", 2, "bukti belum lengkap") > 0, true)
same("verified", answers().I02.verified, 2)
same("reason", answers().I02.verified_reason, "bukti belum lengkap")
a:rate("I02", 3, "dilengkapi saat interviu", "interviu")
same("the last stage counts", answers().I02.verified, 3)
refused("without a reason", "harus berupa", a.rate, a, "I02", 2)
refused("an empty reason", "", a.rate, a, "I02", 2, "")
refused("no stage", "tahap", a.rate, a, "I02", 2, "alasan", "makan siang")

-- Notes.
a:note("I03", "menunggu")
same("noted", answers().I03.note, "menunggu")
a:note("I03", "")
same("taken away", answers().I03, nil)

-- What the file says of itself.
a:set("agency", "Kota Contoh Baru")
a:set("kind", "kabupaten")
a:set("year", 2023)
local about = a:about()
same("agency", about.agency, "Kota Contoh Baru")
same("kind", about.kind, "kabupaten")
same("year", about.year, 2023)
same("instrument", about.instrument, "spbe-2020")
same("file", about.file, "k.spbe")
refused("a wrong kind", "desa", a.set, a, "kind", "desa")
refused("a wrong year", "2019", a.set, a, "year", 2019)
refused("a wrong word", "warna", a.set, a, "warna", "biru")
a:set("year", 2024)

-- Units.
a:unit("Dinas Kominfo")
a:unit("Bappeda")
same("twice is once", a:unit("Bappeda"), 0)
same("assigned", a:assign("Bappeda", { "I01", "I02", "I05" }), 3)
same("one alone", a:assign("Dinas Kominfo", "I05"), 1)
same("taken away", a:assign("-", { "I01" }), 1)
a:deadline("Bappeda", "2026-12-15")
a:set("deadline", "2026-12-31")
local units = a:units()
same("two units", #units, 2)
same("in their order", units[1].name .. ", " .. units[2].name, "Dinas Kominfo, Bappeda")
same("of the first", table.concat(units[1].indicators, " "), "I05")
same("of the second", table.concat(units[2].indicators, " "), "I02")
same("a deadline of its own", units[2].deadline, "2026-12-15")
refused("no such unit", "Dinas Lain", a.assign, a, "Dinas Lain", { "I01" })
refused("no such indicator", "I77", a.assign, a, "Bappeda", { "I01", "I77" })
refused("no day", "besok", a.deadline, a, "Bappeda", "besok")

-- States.
same("handed in", a:submit({ "I01", "I02" }), 2)
same("state", answers().I01.state, "submitted")
a:give_back("I01", "perbaiki bukti")
same("returned", answers().I01.state, "returned")
a:lock({ "I02" })
same("locked", answers().I02.state, "locked")
refused("a locked one", "I02", a.claim, a, "I02", 1)
refused("no reason", "harus berupa", a.give_back, a, "I01")
refused("no list", "harus berupa", a.submit, a)
refused("a record for a list", "harus berupa", a.submit, a, { a = "I01" })
refused("numbers in it", "harus berupa", a.submit, a, { 1, 2 })

print("ok", check.count())
