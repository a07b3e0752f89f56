--- The small instrument, computed: functions, loops, sorted walks and texts made by the library.
local function band(name, min, max, inclusive)
  return { name = name, min = min, max = max, max_inclusive = inclusive or false }
end

local years = { first = 2024, last = 2023 }
years.first, years.last = math.min(years.first, years.last), math.max(years.first, years.last)

local names = {}
for name in pairs({ Terkelola = 2, Rintisan = 1 }) do
  table.insert(names, name)
end
table.sort(names, function(a, b) return a < b end)
assert(#names == 2 and select("#", table.unpack(names)) == 2)

local pack = {
  format = ("spbe-%s/%d"):format("pack", 1),
  id = table.concat({ "contoh", 1 }, "-"),
  title = ("INSTRUMEN"):sub(1, 1) .. ("INSTRUMEN"):sub(2):lower() .. " contoh",
  short_title = "Contoh",
  language = "id",
  files = { domains = { "domain_1.lua" } },
  years = years,
  structure = { domains = 1, aspects = 1, indicators = 2 },
  legal_basis = { { id = "contoh-2023", title = "Peraturan contoh" } },
  scale = { lowest = 1, highest = 2, unanswered = 1 },
  rounding = { published_decimals = 2, predicate_on = { [tostring(2023)] = "exact" } },
  predicates = { band("Baik", 3 / 2, 2, true), band("Kurang", 1, 1.5) },
  level_names = { process = names },
  cumulative = not false,
  evidence_duty = { from_level = math.floor(2.9), at_least = tonumber("1") },
}
for i, name in ipairs(names) do
  assert(pack.level_names.process[i] == name, "the order is kept")
end
return pack
