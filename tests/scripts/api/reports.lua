--- Reports, comparisons, roll-ups and rules: documents come back, workbooks appear whole or not at all.
local check = include("check.lua")
local same, refused = check.same, check.refused

-- Reports.
spbe.report("kota.json", "l.xlsx")
same("written", spbe.exists("l.xlsx"), true)
same("it can be read", #spbe.read_table("l.xlsx") > 5, true)
spbe.report("kota.json", "l2.xlsx", { previous = "kota.json", target = "3,5", basis = "claimed" })
spbe.report("kota.json", "l.json", { basis = "claimed" })
same("the document", spbe.read_json("l.json").index.value, "2.15")
spbe.report(spbe.read_json("kota.json"), "l3.xlsx", { template = "laporan-pimpinan", target = 3 })
refused("no target", "tinggi", spbe.report, "kota.json", "x.xlsx", { target = "tinggi" })
refused("a target off the scale", "6", spbe.report, "kota.json", "x.xlsx", { target = 6 })
refused("no template", "tidak-ada", spbe.report, "kota.json", "x.xlsx", { template = "tidak-ada" })
refused("another ending", ".xlsx, .html, .json", spbe.report, "kota.json", "x.pdf")
refused("outside", "tidak boleh", spbe.report, "kota.json", "/tmp/x.xlsx")
refused("over an assessment file's place", "", spbe.report, "hilang.json", "x.xlsx")
refused("a wrong option", "templat", spbe.report, "kota.json", "x.xlsx", { templat = "x" })
refused("no file", "harus berupa", spbe.report, "kota.json")
same("nothing of these", spbe.exists("x.xlsx"), false)
spbe.write("sendiri.lua", 'local page = sheet("A") page:text(1, 1, report.assessment.agency.name) page:text(2, 1, previous and "ya" or "tidak")')
spbe.report("kota.json", "s.xlsx", { template = "sendiri.lua" })
same("a template of one's own", spbe.read_table("s.xlsx")[1][1], spbe.evaluate("kota.json").assessment.agency.name)
same("without a former year", spbe.read_table("s.xlsx")[2][1], "tidak")
spbe.report("kota.json", "s.xlsx", { template = "sendiri.lua", previous = "kemenko.json" })
same("with one", spbe.read_table("s.xlsx")[2][1], "ya")
spbe.write("sendiri.lua", "while true do end")
refused("a template without end", "sendiri.lua", spbe.report, "kota.json", "s.xlsx", { template = "sendiri.lua" })
same("the workbook stays", spbe.read_table("s.xlsx")[2][1], "ya")

-- Comparisons.
local both = spbe.compare({ "kota.json", "kemenko.json" })
same("comparison", both.format, "spbe-comparison/1")
same("two sides", #both.sides, 2)
same("two bases of one", #spbe.compare("kota.json", { basis = { "claimed", "supported" } }).sides, 2)
same("one basis for all", spbe.compare({ "kota.json", "kemenko.json" }, { basis = "claimed" }).sides[2].basis, "claimed")
refused("one alone", "satu", spbe.compare, "kota.json")
refused("bases that do not fit", "3", spbe.compare, { "kota.json", "kemenko.json" }, { basis = { "claimed", "claimed", "claimed" } })
refused("no basis", "lain", spbe.compare, { "kota.json", "kemenko.json" }, { basis = "lain" })
local many = {}
for i = 1, 21 do
  many[i] = "kota.json"
end
refused("too many", "20", spbe.compare, many)
spbe.compare({ "kota.json", "kemenko.json" }, { output = "c.xlsx" })
same("a workbook", spbe.exists("c.xlsx"), true)
refused("no units", "unit", spbe.compare, "kota.json", { units = {} })
local owned = spbe.read_json("kota.json")
owned.answers.I01.unit, owned.answers.I02.unit = "Bappeda", "Inspektorat"
local units = spbe.compare(owned, { units = {} }).by_unit
same("units", #units .. units[1].name .. units[2].name .. (units[3].name or "nobody"), "3BappedaInspektoratnobody")
same("units by name", #spbe.compare(owned, { units = { "bappeda" } }).by_unit, 1)
refused("an unknown unit", "Bappeda, Inspektorat", spbe.compare, owned, { units = { "Dinas" } })
refused("another ending", ".xlsx", spbe.compare, { "kota.json", "kemenko.json" }, { output = "c.csv" })

-- Roll-ups.
local all = spbe.rollup({ "kota.json", "kemenko.json", "kota.json" })
same("roll-up", all.format, "spbe-rollup/1")
spbe.rollup({ "kota.json", "kemenko.json" }, { output = "r.csv" })
same("a row each, and headings", #spbe.read_table("r.csv"), 3)
spbe.rollup({ "kota.json", "kemenko.json" }, { output = "r.json" })
same("a document", spbe.read_json("r.json").format, "spbe-rollup/1")
spbe.rollup({ "kota.json", "kemenko.json" }, { output = "r.xlsx" })
same("a workbook", spbe.exists("r.xlsx"), true)
refused("another ending", ".csv", spbe.rollup, { "kota.json" }, { output = "r.txt" })
refused("outside", "tidak boleh", spbe.rollup, { "kota.json" }, { output = "/tmp/r.csv" })
refused("an input outside", "tidak boleh", spbe.rollup, { "/etc/passwd" })
same("of open ones and documents", spbe.rollup({ spbe.read_json("kota.json") }).format, "spbe-rollup/1")

-- Rules.
local packs = spbe.packs()
same("three packs", table.concat(packs, " "), "pemdi-2026 spbe-2018 spbe-2020")
local year = spbe.rules("spbe-2020", 2024)
same("of a year", year.id, "spbe-2020")
same("all of it", #spbe.json(spbe.rules("spbe-2020")) >= #spbe.json(year), true)
refused("no pack", "spbe-1999", spbe.rules, "spbe-1999")
refused("a year before", "1990", spbe.rules, "spbe-2020", 1990)
refused("no year", "2100", spbe.rules, "spbe-2020", -5)
refused("a pack outside", "tidak boleh", spbe.rules, "/tmp/pack")

-- What an overlay changes.
refused("no overlay", "spbe-2020", spbe.impact, "spbe-2020", "kota.json")
refused("an overlay outside", "tidak boleh", spbe.impact, "../aturan", "kota.json")
refused("no inputs", "harus berupa", spbe.impact, "spbe-2020")

print("ok", check.count())
