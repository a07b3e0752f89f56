--- Rekap nasional dari banyak penilaian: per kelompok, predikat, dan yang terlemah.
--- National recap of many assessments: by kind, predicates, and the weakest indicators.

local text = spbe.text

local given = spbe.options({
  about = {
    id = "Merangkum aliran penilaian (JSON Lines, .json, .spbe) per kelompok instansi: rata-rata, kuartil, predikat,\n"
      .. "dan indikator terlemah. Yang tidak terbaca disebut dan dilewati; status keluarnya lalu 3.",
    en = "Sums up streams of assessments (JSON Lines, .json, .spbe) by group of agencies: means, quartiles,\n"
      .. "predicates, and the weakest indicators. What cannot be read is named and left out; the exit status is then 3.",
  },
  arguments = {id = "MASUKAN...", en = "INPUT..."},
  least = 1,
  {"out", "REKAP.xlsx", {id = "tulis pula rekap lengkap (XLSX, CSV, JSON)", en = "write the whole recap, too (XLSX, CSV, JSON)"}},
  {"basis", {id = "DASAR", en = "BASIS"}, "claimed, supported, verified", one_of = {"claimed", "supported", "verified"}},
  {"weakest", "N", {id = "banyaknya indikator terlemah (5)", en = "how many of the weakest indicators (5)"}, whole = true, default = 5},
})
local summary = spbe.rollup(given.words, {basis = given.basis, output = given.out})

-- How many agencies have each predicate, the best first, as the instrument names them.
local function predicates(group)
  local parts = {}
  for i, name in ipairs(group.scale.bands) do
    if group.predicates[i] > 0 then
      table.insert(parts, name .. " " .. group.predicates[i])
    end
  end
  return table.concat(parts, ", ")
end

-- On what the indexes rest: "didukung bukti 12, diverifikasi 3".
local function bases(of)
  local parts = {}
  for _, basis in ipairs({
    {of.claimed, text("klaim", "claimed")},
    {of.supported, text("didukung bukti", "supported by evidence")},
    {of.verified, text("diverifikasi asesor", "verified")},
  }) do
    if basis[1] > 0 then
      table.insert(parts, basis[2] .. " " .. basis[1])
    end
  end
  return table.concat(parts, ", ")
end

local function show_group(group)
  print(text("%s, tahun %d: %d instansi", "%s, year %d: %d agencies", group.rules.short_title, group.year, group.count))
  print(text("Dasar: ", "Basis: ") .. bases(group.bases))
  print(predicates(group))
  print()
  local kinds = {{text("Kelompok", "Kind"), text("Instansi", "Agencies"), text("Rata-rata", "Mean"),
    text("Kuartil bawah", "Lower quartile"), "Median", text("Kuartil atas", "Upper quartile")}}
  local function shown(number)
    return number and spbe.decimal(number) or "–"
  end
  local function add(name, stat)
    table.insert(kinds, {name, stat.count, shown(stat.mean_exact), shown(stat.lower), shown(stat.median), shown(stat.upper)})
  end
  for _, kind in ipairs(group.kinds) do
    add(kind.kind, kind)
  end
  add(text("semua", "all"), group.index)
  spbe.show(kinds)
  print()
  local list = {}
  for _, indicator in ipairs(group.indicators) do
    if indicator.mean_exact then
      table.insert(list, indicator)
    end
  end
  table.sort(list, function(a, b)
    local order = spbe.compare_numbers(a.mean_exact, b.mean_exact)
    return order < 0 or (order == 0 and a.id < b.id)
  end)
  local rows = {{text("Terlemah", "Weakest"), text("Rata-rata", "Mean"), text("Indikator", "Indicator")}}
  for i = 1, math.min(given.weakest, #list) do
    table.insert(rows, {list[i].id, spbe.decimal(list[i].mean_exact), list[i].short_name or list[i].name})
  end
  spbe.show(rows)
  print()
end

for _, group in ipairs(summary.groups) do
  show_group(group)
end
