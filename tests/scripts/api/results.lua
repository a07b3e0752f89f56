--- Results: of files, open assessments and documents alike; wrong options are refused, never passed over.
local check = include("check.lua")
local same, refused = check.same, check.refused

local result = spbe.evaluate("kota.json")
same("format", result.format, "spbe-report/1")
same("index", result.index.value, "2.15")
same("exact", result.index.exact, "2.1545")
same("basis by rule", result.basis, "claimed")
same("domains", #result.domains, 4)
same("indicators", #result.domains[1].aspects[1].indicators > 0, true)
same("no nulls", result.domains[1].aspects[1].indicators[1].verified, nil)
same("summary", spbe.evaluate("kota.json", { form = "summary" }).domains[1].aspects[1].indicators, nil)
local full = spbe.evaluate("kota.json", { form = "full" })
same("full holds criteria", #spbe.json(full) > #spbe.json(result), true)
same("asked basis", spbe.evaluate("kota.json", { basis = "supported" }).basis, "supported")
same("a document", spbe.evaluate(spbe.read_json("kota.json")).index.exact, "2.1545")
same("rules by id", spbe.evaluate("kota.json", { rules = { "spbe-2020" } }).rules.id, "spbe-2020")
same("one rule as a text", spbe.evaluate("kota.json", { rules = "spbe-2020" }).rules.id, "spbe-2020")
refused("rules of another instrument", "spbe-2018", spbe.evaluate, "kota.json", { rules = "spbe-2018" })
refused("no such rules", "spbe-1999", spbe.evaluate, "kota.json", { rules = "spbe-1999" })
refused("rules outside", "tidak boleh", spbe.evaluate, "kota.json", { rules = "/tmp/aturan" })
refused("no basis", "rata-rata", spbe.evaluate, "kota.json", { basis = "rata-rata" })
refused("no form", "singkat", spbe.evaluate, "kota.json", { form = "singkat" })
refused("no option", "dasar", spbe.evaluate, "kota.json", { dasar = "claimed" })
refused("a list for options", "harus berupa", spbe.evaluate, "kota.json", { "claimed" })
refused("no input", "harus berupa", spbe.evaluate)
refused("absent", "hilang.json", spbe.evaluate, "hilang.json")
refused("a wrong document", "format", spbe.evaluate, { a = 1 })
refused("a list", "harus berupa", spbe.evaluate, { "kota.json" })

-- A file that is open, before and after it changes.
local a = spbe.create("k.spbe", { instrument = "spbe-2020", agency = "Kota Contoh", kind = "kota", year = 2024 })
local nothing = spbe.evaluate(a).index.exact
a:claim("I01", 5)
same("by its name too", spbe.evaluate("k.spbe", { basis = "claimed" }).index.exact, spbe.evaluate(a, { basis = "claimed" }).index.exact)
same("it moved", spbe.evaluate(a, { basis = "claimed" }).index.exact ~= nothing, true)

-- One after another.
local names, values = {}, {}
for item in spbe.results({ "kota.json", "kemenko.json", "k.spbe" }, { basis = "claimed", form = "summary" }) do
  names[#names + 1] = item.name
  values[#values + 1] = item.result.index.value
end
same("names", table.concat(names, " "), "kota.json kemenko.json k.spbe")
same("values", table.concat(values, " "):sub(1, 9), "2.15 2.95")
local told = {}
for item in spbe.results({ "kota.json", "hilang.json", "/etc/passwd", a, spbe.read_json("kota.json"), "dalam/isi.txt", { x = 1 } }) do
  told[#told + 1] = item.problem and "!" or item.result.index.value
end
same("each in its place", table.concat(told, " "), "2.15 ! ! " .. spbe.evaluate(a).index.value .. " 2.15 ! !")
for _ in spbe.results({}) do
  error("there is nothing")
end
local streams = 0
local lines = {}
for i = 1, 120 do
  lines[i] = spbe.json(spbe.read_json("kota.json"))
end
spbe.write("banyak.jsonl", table.concat(lines, "\n") .. "\n")
for item in spbe.results("banyak.jsonl") do
  streams = streams + 1
  if item.result.index.exact ~= "2.1545" then
    error(item.name)
  end
end
same("over many pages", streams, 120)
refused("a wrong option", "dasar", spbe.results, "kota.json", { dasar = 1 })

-- Explained.
local proof = spbe.explain("kota.json", "I11")
same("the indicator", string.find(proof, "I11", 1, true) ~= nil, true)
same("another basis", spbe.explain("kota.json", "I11", { basis = "supported" }) ~= proof, true)
refused("no indicator", "I99", spbe.explain, "kota.json", "I99")

-- Plans.
local plan = spbe.plan("kota.json", { target = "2.5" })
same("plan", plan.format, "spbe-plan/1")
same("possible", plan.possible, true)
same("kept where they are", spbe.plan("kota.json", { target = "2,5", keep = { "I01", "I02" } }).possible, true)
same("out of reach", spbe.plan("kota.json", { target = 5, keep = "I01" }).possible, false)
same("by a predicate", spbe.plan("kota.json", { target = "baik" }).possible, true)
refused("no target", "", spbe.plan, "kota.json", {})
refused("no options", "harus berupa", spbe.plan, "kota.json")
refused("a wrong target", "", spbe.plan, "kota.json", { target = "tinggi sekali" })
refused("costs outside", "tidak boleh", spbe.plan, "kota.json", { target = 3, costs = "/tmp/b.csv" })
refused("a wrong option", "biaya", spbe.plan, "kota.json", { target = 3, biaya = "b.csv" })

-- What changes would bring.
local effect = spbe.what_if("kota.json", { "I11=4" })
same("effect", effect.format, "spbe-what-if/1")
same("one change", #effect.changes, 1)
same("none", #spbe.what_if("kota.json", {}).changes, 0)
same("one as a text", #spbe.what_if("kota.json", "I11=4").changes, 1)
refused("no change", "I11", spbe.what_if, "kota.json", { "I11" })
refused("no indicator", "I99", spbe.what_if, "kota.json", { "I99=3" })

print("ok", check.count())
