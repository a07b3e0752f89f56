--- Lembar Peta: tiap indikator sebagai sel berwarna dan bernomor menurut ketiga dasar, sumbangan tiap aspek pada
-- indeks, kemajuan tiap domain dan unit, dan radar ketiga dasar.

local model = include("laporan/model.lua")
local look = include("laporan/gaya.lua")
local list = include("laporan/daftar.lua")
local sheets = include("laporan/lembar.lua")
local board = include("laporan/papan.lua")
local indicators = include("laporan/indikator.lua")
local figures = include("laporan/diagram.lua")

local page = sheets.map
local across = 12 -- indikator tiap baris peta
local first = 3 -- kolom indikator pertama
local last = first + across -- kolom nilai aspek
local shades = { "#9DB4D0", "#8CC5BF", "#E3C48F", "#B9C9DC", "#C9B6DF", "#CDBB95" } -- menurut domain
local map = {}

style("map_name", { base = "row_wrap", bold = true, color = look.color.navy, size = 8 })
style("map_basis", { base = "muted", align = "right" })
style("map_code", { base = "muted", align = "center", size = 7 })
style("map_cell", { base = "plain", align = "center", bold = true, line = "thin", line_color = look.color.white, fill = look.color.panel,
  format = model.fractional and "0.00" or "0", size = model.fractional and 8 or 9 })
style("map_value", { base = "row", align = "center", bold = true, format = "0.00", color = look.color.navy })
style("map_key", { base = "map_cell", format = "0" })

--- Warna yang dipakai sebuah tingkat.
local function shade_of(level)
  local step = look.step_of(look.steps, level - model.lowest + 1, model.highest - model.lowest + 1)
  for n, entry in ipairs(look.steps) do
    if entry == step then
      return "level_" .. n
    end
  end
end

--- Warna menurut angka sel: yang tertinggi dahulu.
local function paint(row, bottom, count)
  for level = model.highest, model.lowest, -1 do
    page:condition(row, first, bottom, first + count - 1, { least = model.from_of(level), most = model.highest, style = shade_of(level) })
  end
end

--- Satu baris peta: sampai dua belas indikator sebuah aspek; kode, lalu satu baris tiap dasar.
local function draw_block(row, aspect, from, to)
  page:merge(row, 1, row + 3, 1, aspect.data.id .. "  " .. aspect.data.name, "map_name")
  for n, word in ipairs(model.basis_words) do
    page:text(row + n, 2, word, "map_basis")
  end
  for place = from, to do
    local item, column = model.indicators[place], first + place - from
    page:text(row, column, item.data.id, "map_code")
    for n, basis in ipairs(model.bases) do
      local source = indicators.range(basis, place, place)
      page:formula(row + n, column, "=IF(" .. source .. '="","",' .. source .. ")", item[basis] or "", "map_cell")
    end
  end
  if model.lowest < 1 then -- sel kosong bernilai 0 bagi syarat: hanya sel yang terpakai
    paint(row + 1, row + #model.bases, to - from + 1)
  end
  page:merge(row, last, row + 3, last, "", "map_value")
  page:formula(row, last, "=" .. board.value_of(aspect), aspect.value, "map_value")
  page:row(row, 13)
  for n = 1, 3 do
    page:row(row + n, 15)
  end
  return row + 4
end

local function draw_key(row)
  page:text(row, 2, _("level"), "map_basis")
  for level = model.lowest, model.highest do
    page:number(row, first + level - model.lowest, level, shade_of(level) .. "_key")
  end
  local column = first + model.highest - model.lowest + 1
  if column <= last then
    page:text(row, column, "  " .. _("no colour: no value given"), "muted")
  end
  page:row(row, 13)
  return row + 1
end

local function draw_map(row)
  page:merge(row, 1, row, last - 1, string.format(_("Every indicator: what is claimed, supported and verified (%d)"), #model.indicators), "section")
  page:text(row, last, _("Value"), "section")
  page:row(row, 20)
  row = row + 1
  for _, aspect in ipairs(model.aspects) do
    for from = aspect.first, aspect.last, across do
      row = draw_block(row, aspect, from, math.min(from + across - 1, aspect.last))
    end
  end
  if model.lowest >= 1 then
    paint(7, row - 1, across)
  end
  return draw_key(row)
end

--- Warna tiap batang menurut domain aspeknya.
local function domain_colors()
  local colors, numbers = {}, {}
  for n, domain in ipairs(model.domains) do
    numbers[domain] = n
  end
  for n, aspect in ipairs(model.aspects) do
    colors[n] = shades[((aspect.domain and numbers[aspect.domain] or n) - 1) % #shades + 1]
  end
  return colors
end

local function describe(title, entries)
  local parts = {}
  for _, aspect in ipairs(entries) do
    parts[#parts + 1] = aspect.data.id .. " " .. decimal(aspect.data.exact)
  end
  return cut(title .. ": " .. table.concat(parts, "; "), 250)
end

local function draw_fall(row)
  local fall = figures.fall
  local title = fall.start and _("From last year's index to this year's, aspect by aspect") or _("What each aspect contributes to the index")
  page:merge(row, 1, row, last, title, "section")
  page:row(row, 20)
  local axis = { gridlines = true, format = "0.0", size = 8, least = 0 }
  if fall.start then
    axis.least = math.max(0, math.floor(2 * fall.lowest - 0.5) / 2)
  end
  local function series(name, values, color, label, ink)
    return { name = name, categories = "=" .. fall.labels, values = "=" .. values, color = color, labels = true, label_format = label, label_color = ink }
  end
  local up = series(_("Rise"), fall.up, "#8CC5BF", fall.start and "+0.000;;" or "0.000;;", look.color.ink)
  if not fall.start then
    up.points = #model.aspects <= 60 and domain_colors() or nil
  end
  page:chart(row + 1, 1, { kind = "column_stacked", width = model.fractional and 890 or 832, height = 296, x = 2, y = 3, font = "Arial", legend = "none", gap = 35, overlap = 100,
    description = cut(_("Waterfall of the index") .. ": " .. table.concat(fall.parts, "; ") .. " → " .. decimal(report.index.exact), 250),
    category = { size = 8 }, value = axis,
    series = { { name = _("Base"), categories = "=" .. fall.labels, values = "=" .. fall.base, invisible = true },
      series(_("Index"), fall.whole, look.color.navy, "0.00;;", look.color.white), up,
      series(_("Fall"), fall.down, "#E0A39C", "-0.000;;", look.color.ink) } })
  return row + 1
end

local function draw_progress(row)
  local progress, stages = figures.progress, {}
  local names = { _("verified by an assessor"), _("borne out by evidence"), _("claimed only"), _("without a value") }
  local colors = { look.color.navy, look.color.teal, look.color.gold, "#D5DBE3" }
  for n, name in ipairs(names) do
    stages[n] = { name = name, categories = "=" .. progress[1], values = "=" .. progress[n + 1], color = colors[n], labels = true, label_format = "0;;",
      label_color = n == 4 and look.color.ink or look.color.white }
  end
  page:chart(row, 1, { kind = "bar_stacked", width = 420, height = 346, x = 2, y = 3, font = "Arial", legend = "bottom", gap = 35, overlap = 100,
    description = _("Bars of progress: how many indicators each domain and unit has in each stage"), category = { size = 8, reverse = true },
    value = { hidden = true, least = 0 }, series = stages })
end

local function draw_radar(row)
  local bases = figures.bases
  local series = { { name = bases.goal_title, values = "=" .. bases[4], color = look.color.gold, line = 1.5, dashed = true } }
  if bases.before then
    series[2] = { name = bases.before, values = "=" .. bases[5], color = look.color.muted, line = 1.5, dashed = true }
  end
  local colors = { "#B7791F", look.color.teal, look.color.navy }
  for n, basis in ipairs(model.bases) do
    local index = report.indexes[basis]
    if index ~= nil then
      local partial = index.given < index.of and " (" .. index.given .. "/" .. index.of .. ")" or ""
      series[#series + 1] = { name = model.basis_words[n] .. partial, values = "=" .. bases[n], color = colors[n], line = 2, marker = true }
    end
  end
  for _, one in ipairs(series) do
    one.categories = "=" .. list.aspect_labels
  end
  page:chart(row, 8, { kind = "radar", width = model.fractional and 370 or 340, height = 346, x = 10, y = 3, font = "Arial", legend = "bottom",
    description = describe(_("Radar of the aspects"), model.aspects), category = { size = 7 },
    value = { least = 0, most = model.highest, step = 1, gridlines = true, format = "0", size = 7 }, series = series })
end

local function draw_charts(row)
  local down = draw_fall(row)
  for n = 0, 11 do
    page:row(down + n, 19)
  end
  row = down + 12
  page:merge(row, 1, row, 7, figures.progress.units > 0 and _("Progress by domain and unit") or _("Progress"), "section")
  page:merge(row, 8, row, last, _("Target, last year, and the three bases"), "section")
  page:row(row, 20)
  draw_progress(row + 1)
  draw_radar(row + 1)
  for n = 1, 14 do
    page:row(row + n, 19)
  end
  return row + 14
end

--- Menggambar lembar; compare: pembanding menurut Ringkasan.
function map.draw(compare)
  figures.draw(compare)
  for n in ipairs(look.steps) do
    style("level_" .. n .. "_key", { base = "map_key", fill = look.steps[n].fill, color = look.steps[n].ink })
  end
  page:columns(1, 1, 27)
  page:columns(2, 2, 11)
  page:columns(first, last - 1, model.fractional and 6 or 5.4)
  page:columns(last, last, 8)
  look.band(page, last, _("Map of the indicators"), sheets.subtitle)
  page:row(4, 5)
  local row = draw_charts(draw_map(5))
  page:view({ tab = look.color.gold, gridlines = false })
  page:page({ fit_width = 1, fit_height = #model.indicators <= 80 and 1 or 0, center = true, left = 12, right = 12, top = 12, bottom = 14,
    area = { 1, 1, row, last }, footer_left = sheets.footer, footer_right = report.rules.id })
  page:protect()
end

return map
