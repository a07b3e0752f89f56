--- Rules: what is sound, what differs, what examples say; and costs, papers, templates.
local check = include("check.lua")
local same, refused = check.same, check.refused

-- Packs of the program are sound, and their examples come out.
for _, id in ipairs(spbe.packs()) do
  local verdict = spbe.check_rules(id)
  same(id .. " is sound", verdict.sound, true)
  same(id .. " has no complaints", #verdict.complaints, 0)
end
local test = spbe.test_rules("spbe-2020")
same("examples", test.examples > 5, true)
same("numbers", test.numbers > 20, true)
same("none differs", test.different, 0)

-- A pack of one's own that is not sound is told, not run.
spbe.write("dalam/overlay.lua", [[return {
  id = "coba", base = "spbe-2020", author = "Siti", date = "2026-01-01", title = "Coba", reason = "coba",
  changes = { { op = "tidak-ada" } },
}
]])
local good, problem = pcall(spbe.check_rules, "dalam/overlay.lua")
same("an unsound overlay", good and not problem.sound or not good, true)
refused("not allowed", "/etc", spbe.check_rules, "/etc")
refused("no such pack", "spbe-2099", spbe.check_rules, "spbe-2099")
refused("no such pack either", "spbe-2099", spbe.test_rules, { "spbe-2099" })
refused("wrong kind", "rules harus berupa teks atau daftar teks", spbe.check_rules, 5)

-- What differs between two years, and between two instruments.
local diff = spbe.diff("spbe-2020@2023", "spbe-2020@2024")
same("format", diff.format, "spbe-rules-diff/1")
same("a year", diff.a.year, 2023)
same("another", diff.b.year, 2024)
same("criteria that came", #diff.differences > 0, true)
same("in words", #diff.differences[1].text > 10, true)
same("nothing", #spbe.diff("spbe-2020", "spbe-2020").differences, 0)
same("a whole instrument", #spbe.diff("spbe-2018", "spbe-2020").differences > 50, true)
same("a list", #spbe.diff({ "spbe-2020@2023" }, { "spbe-2020@2024" }).differences, #diff.differences)
refused("before its time", "2019", spbe.diff, "spbe-2020@2019", "spbe-2020")
refused("no such pack", "spbe-2099", spbe.diff, "spbe-2020", "spbe-2099")

-- Costs: written to be filled in, and read by plan.
spbe.costs("kota.json", "biaya.csv")
local rows = spbe.read_table("biaya.csv")
same("a row a step", #rows > 47, true)
local plan = spbe.plan("kota.json", { target = "3.0", costs = "biaya.csv", output = "rencana.xlsx" })
same("a plan", plan.format, "spbe-plan/1")
same("drawn", #spbe.read_table("rencana.xlsx") > 3, true)
spbe.plan("kota.json", { target = "3.0", output = "rencana.json" })
same("the same document", spbe.json(spbe.read_json("rencana.json").format), '"spbe-plan/1"')
spbe.plan("kota.json", { target = "3.0", output = "rencana.html" })
same("a page", spbe.read("rencana.html"):sub(1, 9):lower(), "<!doctype")
refused("another ending", ".xlsx, .html, .json", spbe.plan, "kota.json", { target = "3.0", output = "rencana.pdf" })
refused("no costs", "tidak-ada.csv", spbe.plan, "kota.json", { target = "3.0", costs = "tidak-ada.csv" })
refused("outside", "/tmp", spbe.costs, "kota.json", "/tmp/biaya.csv")

-- Pages as well as workbooks, wherever something is drawn.
spbe.report("kota.json", "l.html")
same("report", spbe.read("l.html"):sub(1, 9):lower(), "<!doctype")
spbe.rollup({ "kota.json", "kemenko.json" }, { output = "r.html" })
same("rollup", spbe.exists("r.html"), true)
spbe.compare({ "kota.json", "kemenko.json" }, { output = "c.html" })
same("compare", spbe.exists("c.html"), true)
spbe.compare({ "kota.json", "kemenko.json" }, { output = "c.json" })
same("comparison", spbe.read_json("c.json").format, "spbe-comparison/1")
refused("another ending", ".html", spbe.compare, { "kota.json", "kemenko.json" }, { output = "c.pdf" })

-- All papers of a result, in a folder that appears whole.
spbe.papers("kota.json", "naskah", { formats = "html", target = "3" })
local papers = spbe.files("naskah")
same("papers", #papers >= 5, true)
same("the result itself", spbe.read_json("naskah/hasil.json").format, "spbe-report/1")
refused("there already", "naskah", spbe.papers, "kota.json", "naskah", { formats = "html" })
refused("another format", "pdf", spbe.papers, "kota.json", "lagi", { formats = "pdf" })
refused("twice", "html", spbe.papers, "kota.json", "lagi", { formats = { "html", "html" } })
refused("not on the scale", "9", spbe.papers, "kota.json", "lagi", { formats = "html", target = "9" })
same("nothing half-written", spbe.exists("lagi/hasil.json"), false)

-- Templates.
local templates = spbe.templates()
local named = {}
for _, template in ipairs(templates) do
  named[template.name] = template.title
end
same("leadership", type(named["laporan-pimpinan"]), "string")
same("recap", type(named["rekap"]), "string")

print("ok", check.count())
