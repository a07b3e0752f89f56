--- Apa yang diubah pedoman baru bagi kita: penilaian yang sama menurut aturan dua tahun.
--- What a new guide changes for us: the same assessment by the rules of two years.

local text = spbe.text

local given = spbe.options({
  about = {
    id = "Menilai jawaban dan bukti dukung yang sama menurut aturan tahunnya dan aturan tahun lain: indeks, indikator\n"
      .. "yang naik atau turun dengan sebabnya, dan kriteria yang baru berlaku. Berkasnya tidak diubah.",
    en = "Scores the same answers and evidence by the rules of their year and those of another: the index, which\n"
      .. "indicators rise or fall and why, and which criteria are new. The file is not changed.",
  },
  arguments = {id = "BERKAS.spbe", en = "FILE.spbe"},
  least = 1,
  most = 1,
  {"year", {id = "TAHUN", en = "YEAR"}, {id = "tahun dari aturan yang lain (wajib)", en = "the year of the other rules (needed)"}, whole = true, needed = true},
  {"basis", {id = "DASAR", en = "BASIS"}, "claimed, supported, verified (supported)", one_of = {"claimed", "supported", "verified"}, default = "supported"},
})
local year = given.year

local assessment = spbe.open(given.words[1])
local document = assessment:document()
assessment:close()
local options = {basis = given.basis}
local before = spbe.evaluate(document, options)

local moved = {}
for key, value in pairs(document) do
  moved[key] = value
end
moved.year = year
local after = spbe.evaluate(moved, options)

-- All indicators of a result, in order; with or without domains.
local function indicators(result)
  local list = {}
  local function aspects(of)
    for _, aspect in ipairs(of or {}) do
      for _, indicator in ipairs(aspect.indicators) do
        table.insert(list, indicator)
      end
    end
  end
  for _, domain in ipairs(result.domains) do
    aspects(domain.aspects)
  end
  aspects(result.aspects)
  return list
end

-- The ids of the criteria of a year, by themselves as keys, with their sentences.
local function criteria(of)
  local found = {}
  local function walk(value)
    if type(value) == "table" then
      if type(value.id) == "string" and value.id:find(".", 1, true) and type(value.text) == "string" then
        found[value.id] = value.text
      end
      for _, inner in pairs(value) do
        walk(inner)
      end
    end
  end
  walk(spbe.rules(document.instrument, of))
  return found
end

local function one_line(result)
  return spbe.decimal(result.index.exact) .. " (" .. result.index.predicate .. ")"
end

print(document.agency.name)
print(text("Aturan ", "Rules of ") .. document.year .. ": " .. one_line(before))
print(text("Aturan ", "Rules of ") .. year .. ": " .. one_line(after))
print()
local rows = {{text("Indikator", "Indicator"), tostring(document.year), tostring(year), text("Sebabnya", "Why")}}
local new = indicators(after)
for i, old in ipairs(indicators(before)) do
  if spbe.compare_numbers(old.value, new[i].value) ~= 0 then
    local reason = new[i].reasons and new[i].reasons[1]
    table.insert(rows, {old.id, spbe.decimal(old.value, 0), spbe.decimal(new[i].value, 0), reason and reason.text or false})
  end
end
if #rows > 1 then
  spbe.show(rows)
else
  print(text("Tidak ada indikator yang berubah.", "No indicator changes."))
end

local was, now = criteria(document.year), criteria(year)
local fresh = {{text("Kriteria", "Criterion"), text("Baru berlaku", "New"), text("Dijawab", "Answered")}}
for id, sentence in pairs(now) do
  if was[id] == nil then
    local dot = id:find(".", 1, true)
    local answers = document.answers and document.answers[id:sub(1, dot - 1)]
    local answer = answers and answers.criteria and answers.criteria[id]
    table.insert(fresh, {id, sentence, answer == nil and "–" or answer.met and text("ya", "yes") or text("tidak", "no")})
  end
end
if #fresh > 1 then
  print()
  spbe.show(fresh)
end
