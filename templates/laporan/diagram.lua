--- Angka diagram lembar Peta, di lembar tersembunyi: air terjun, kemajuan, dan aspek menurut ketiga dasar.
-- Semuanya rumus atas lembar Indikator: ikut berubah bersama sel masukan.

local model = include("laporan/model.lua")
local sheets = include("laporan/lembar.lua")
local indicators = include("laporan/indikator.lua")
local board = include("laporan/papan.lua")

local page = sheets.lists
local place = { fall = 30, progress = 40, bases = 50, unit = 60 } -- kolom pertama tiap bagian
local units_shown = 10 -- unit yang dimuat pada kemajuan
local figures = { fall = {}, progress = {}, bases = {} }

--- Acuan satu kolom sebuah bagian, dari baris 2.
local function range(part, column, last)
  return at(page, 2, place[part] + column - 1, last, place[part] + column - 1)
end

--- Satuan bobot semua indikator sebuah aspek.
local function units_of(aspect)
  local sum = 0
  for n = aspect.first, aspect.last do
    sum = sum + model.indicators[n].data.units
  end
  return sum
end

--- Air terjun ------------------------------------------------------------------------------------------

--- Indeks tahun lalu bila sama aturannya dan terurai menurut aspek yang sama; selain itu nol.
local function start_of(compare)
  local sum = 0
  for _, aspect in ipairs(model.aspects) do
    local before = compare.values[aspect.data.id]
    if before == nil then
      return nil
    end
    sum = sum + before * units_of(aspect) / model.units
  end
  return math.abs(sum - exact(previous.index.exact)) < 1e-9 and sum or nil
end

--- Satu baris: nama, alas, batang utuh, naik, turun, jumlah sampai di sini.
local function put_row(row, label, values)
  page:text(row, place.fall, label, "plain")
  for n, entry in ipairs(values) do
    if entry.formula ~= nil then
      page:formula(row, place.fall + n, entry.formula, entry.value, "plain")
    else
      page:number(row, place.fall + n, entry.value, "plain")
    end
  end
end

local function cell(row, column)
  return ref(row, place.fall + column - 1)
end

--- Sumbangan sebuah aspek, dikurangi yang tahun lalu.
local function put_aspect(row, aspect, before, sum)
  local delta = aspect.value * units_of(aspect) / model.units - before
  local sign = figures.fall.start ~= nil and delta > 0 and "+" or ""
  figures.fall.parts[#figures.fall.parts + 1] = aspect.data.id .. " " .. sign .. decimal(string.format("%.9f", delta), 3)
  local now, last = cell(row, 6), row > 2 and cell(row - 1, 6) or "0"
  local change = "(" .. now .. "-" .. last .. ")"
  put_row(row, aspect.data.id, {
    { formula = "=MIN(" .. last .. "," .. now .. ")", value = math.min(sum, sum + delta) },
    { value = 0 },
    { formula = "=MAX(" .. change .. ",0)", value = math.max(delta, 0) },
    { formula = "=MAX(-" .. change .. ",0)", value = math.max(-delta, 0) },
    { formula = "=" .. last .. "+" .. board.value_of(aspect) .. "*" .. units_of(aspect) .. "/" .. model.units
      .. (before ~= 0 and "-" .. string.format("%.17g", before) or ""), value = sum + delta },
  })
  return sum + delta
end

local function put_fall(compare)
  local fall = figures.fall
  local start = compare.former and start_of(compare) or nil
  local row, sum = 2, start or 0
  fall.lowest, fall.start = sum, start
  fall.parts = { start ~= nil and previous.assessment.year .. " " .. decimal(previous.index.exact) or nil }
  if start ~= nil then
    put_row(row, tostring(previous.assessment.year), { { value = 0 }, { value = start }, { value = 0 }, { value = 0 }, { value = start } })
    row = row + 1
  end
  for _, aspect in ipairs(model.aspects) do
    local before = start ~= nil and compare.values[aspect.data.id] * units_of(aspect) / model.units or 0
    sum = put_aspect(row, aspect, before, sum)
    fall.lowest = math.min(fall.lowest, sum)
    row = row + 1
  end
  put_row(row, start ~= nil and tostring(report.assessment.year) or _("Index"), { { value = 0 },
    { formula = "=" .. cell(row - 1, 6), value = sum }, { value = 0 }, { value = 0 }, { value = sum } })
  fall.labels, fall.base, fall.whole = range("fall", 1, row), range("fall", 2, row), range("fall", 3, row)
  fall.up, fall.down = range("fall", 4, row), range("fall", 5, row)
end

--- Kemajuan --------------------------------------------------------------------------------------------

--- Di mana sebuah indikator berada: 1 ditetapkan asesor, 2 didukung, 3 baru diklaim, 4 belum ada.
local function stage_of(item)
  if item.verified ~= nil then
    return 1
  elseif item.supported ~= nil and item.supported >= (item.claimed or 0) then
    return 2
  end
  return item.claimed ~= nil and 3 or 4
end

--- Satu batang: selection, suku rumus yang memilih indikatornya; first dan last, bila berurutan.
local function put_bar(row, label, items, selection, first, last)
  local claimed, supported = indicators.range("claimed", first, last), indicators.range("supported", first, last)
  local verified = indicators.range("verified", first, last)
  local open = selection .. "(" .. verified .. '="")*'
  local borne = "SUMPRODUCT(" .. open .. "(" .. supported .. '<>"")*(' .. supported .. ">=" .. claimed .. "))"
  local counts = { 0, 0, 0, 0 }
  for _, item in ipairs(items) do
    counts[stage_of(item)] = counts[stage_of(item)] + 1
  end
  local from = place.progress
  page:text(row, from, label, "plain")
  page:formula(row, from + 1, "=SUMPRODUCT(" .. selection .. "(" .. verified .. '<>""))', counts[1], "plain")
  page:formula(row, from + 2, "=" .. borne, counts[2], "plain")
  page:formula(row, from + 3, "=SUMPRODUCT(" .. open .. "(" .. claimed .. '<>""))-SUMPRODUCT(' .. open .. "(" .. claimed .. '<>"")*('
    .. supported .. '<>"")*(' .. supported .. ">=" .. claimed .. "))", counts[3], "plain")
  page:formula(row, from + 4, "=" .. #items .. "-" .. ref(row, from + 1) .. "-" .. ref(row, from + 2) .. "-" .. ref(row, from + 3), counts[4], "plain")
end

--- Unit yang memegang indikator, yang terbanyak dahulu.
local function find_units()
  local found, list = {}, {}
  for _, item in ipairs(model.indicators) do
    local name = item.data.unit
    if name ~= nil and name ~= "" then
      if found[name] == nil then
        found[name] = { name = name, items = {} }
        list[#list + 1] = found[name]
      end
      local items = found[name].items
      items[#items + 1] = item
    end
  end
  table.sort(list, function(one, other)
    if #one.items ~= #other.items then
      return #one.items > #other.items
    end
    return one.name < other.name
  end)
  return list
end

--- Nomor unit tiap indikator, agar rumus dapat memilihnya.
local function put_units(list)
  for n, unit in ipairs(list) do
    for _, item in ipairs(unit.items) do
      page:number(1 + item.place, place.unit, n, "plain")
    end
  end
  return at(page, 2, place.unit, 1 + #model.indicators, place.unit)
end

local function put_progress()
  local row, progress = 2, figures.progress
  for _, group in ipairs(#model.domains > 0 and model.domains or model.aspects) do
    local items = {}
    for n = group.first, group.last do
      items[#items + 1] = model.indicators[n]
    end
    put_bar(row, cut(group.data.id .. " " .. group.data.name, 34), items, "1*", group.first, group.last)
    row = row + 1
  end
  local units = find_units()
  local numbers = #units > 0 and put_units(units)
  for n, unit in ipairs(units) do
    if n <= units_shown then
      put_bar(row, cut(unit.name, 34), unit.items, "(" .. numbers .. "=" .. n .. ")*")
      row = row + 1
    end
  end
  progress.units, progress.bars = #units, row - 2
  for n = 1, 5 do
    progress[n] = range("progress", n, row - 1)
  end
end

--- Ketiga dasar ----------------------------------------------------------------------------------------

--- Nilai sebuah aspek pada suatu dasar, apa pun dasar yang dipilih di Ringkasan.
local function mean_on(aspect, basis)
  local units, values = indicators.range("units", aspect.first, aspect.last), indicators.range(basis, aspect.first, aspect.last)
  local sum = 0
  for n = aspect.first, aspect.last do
    sum = sum + model.value_on(model.indicators[n], basis) * model.indicators[n].data.units
  end
  return "=(SUMPRODUCT(" .. values .. "," .. units .. ")+" .. model.unanswered .. "*SUMPRODUCT((" .. values .. '="")*' .. units .. "))/"
    .. units_of(aspect), sum / units_of(aspect)
end

local function put_bases(compare)
  local last, from = 1 + #model.aspects, place.bases
  for n, aspect in ipairs(model.aspects) do
    for column, basis in ipairs(model.bases) do
      local formula, value = mean_on(aspect, basis)
      page:formula(1 + n, from + column - 1, formula, value, "plain")
    end
    page:number(1 + n, from + 3, compare.goal, "plain")
    if compare.values[aspect.data.id] ~= nil then
      page:number(1 + n, from + 4, compare.values[aspect.data.id], "plain")
    end
  end
  for column = 1, 5 do
    figures.bases[column] = range("bases", column, last)
  end
  figures.bases.goal_title = compare.goal_title
  figures.bases.before = compare.former and compare.title or nil
end

--- Menulis semua angka; compare: pembanding menurut Ringkasan.
function figures.draw(compare)
  put_fall(compare)
  put_progress()
  put_bases(compare)
end

return figures
