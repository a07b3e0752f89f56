--- Perbandingan: beberapa penilaian bersanding: tahun lawan tahun, klaim lawan asesor, instansi lawan instansi; tiga atau lebih menjadi tren.
-- Dokumen: spbe-comparison/1. Selisih dihitung oleh lembar dari nilai yang ditulis mesin.

local look = include("laporan/gaya.lua")
local causes = include("perbandingan/sebab.lua")
local sides = report.sides
local count = #sides
local bases = { claimed = _("claimed"), supported = _("supported"), verified = _("verified") }
local title = _("Comparison") .. " · " .. cut(sides[1].agency, 60) .. (sides[count].agency ~= sides[1].agency
  and " – " .. cut(sides[count].agency, 60) or "")

style("gap", { base = "center", format = "+0.00;-0.00;0.00", bold = true })
style("value", { base = "center", format = report.fractions and "0.00" or "0" })
style("gap_fine", { base = "center", format = "+0.0000;-0.0000;0" })
style("index", { base = "two", bold = true })
style("up", { color = look.color.good })
style("down", { color = look.color.bad })
style("summary", { base = "text", valign = "middle", size = 10, bold = true, color = look.color.navy })
style("warning", { base = "text", size = 8, bold = true, color = look.color.bad })
style("domain", { base = "cell", bold = true, fill = look.color.panel, color = look.color.navy })
style("domain_two", { base = "domain", align = "center", format = "0.00" })
style("part", { base = "center", format = "+0.000;-0.000;0" })
style("domain_part", { base = "domain_two", format = "+0.000;-0.000;0" })
style("domain_gap", { base = "domain_two", format = "+0.00;-0.00;0.00" })

--- Nama singkat sebuah sisi bagi kepala kolom: yang berbeda di antara sisi-sisi.
local function label(n)
  local side, parts = sides[n], { "[" .. n .. "]" }
  local years, kinds = false, false
  for _, other in ipairs(sides) do
    years = years or other.year ~= sides[1].year
    kinds = kinds or other.basis ~= sides[1].basis
  end
  if side.agency ~= sides[1].agency or sides[count].agency ~= sides[1].agency then
    parts[#parts + 1] = cut(side.agency, 24)
  end
  if years or not kinds then
    parts[#parts + 1] = tostring(side.year)
  end
  if kinds then
    parts[#parts + 1] = bases[side.basis]
  end
  return table.concat(parts, " ")
end

--- Selisih terakhir dikurangi pertama, sebagai rumus.
local function gap(page, row, first, data, look_)
  if data == nil then
    page:text(row, first + count, "–", "center")
    return
  end
  page:formula(row, first + count, "=" .. ref(row, first + count - 1) .. "-" .. ref(row, first), exact(data), look_)
end

local function mark_gaps(page, row, column, last)
  page:condition(row, column, last, column, { formula = "=ROUND(" .. ref(row, column) .. ",9)>0", style = "up" })
  page:condition(row, column, last, column, { formula = "=ROUND(" .. ref(row, column) .. ",9)<0", style = "down" })
end

local by_unit = #report.by_unit > 0
local page = sheet(count > 1 and _("Comparison") or _("Work units"))
local moved = report.comparable and count > 1 and report.rose + report.fell > 0
local detail = nil -- lembar semua indikator
local first = 3 -- kolom nilai sisi pertama
local last = count > 1 and math.max(first + count + 1, 9) or 16
local wide = count > 1 and 46 + 11 * (last - 2) or 36 + 6 + 10 * 13 -- lebar baris gabungan, dalam huruf

--- Berkas disebut bila instansi, tahun, dan dasarnya sama.
local function agency_of(side)
  for _, other in ipairs(sides) do
    if other ~= side and other.agency == side.agency and other.year == side.year and other.basis == side.basis then
      return cut(side.agency, 160) .. " (" .. cut(side.document, 40) .. ")"
    end
  end
  return cut(side.agency, 200)
end
about(title, sides[1].rules.title)

--- Siapa yang dibandingkan, dan hal yang perlu diketahui sebelum membandingkan.
local function draw_sides(row)
  page:merge(row, 1, row, last, _("Compared"), "section")
  row = row + 1
  page:cells(row, 1, { "", _("Agency"), _("Year"), _("Instrument"), _("Basis"), _("Index"), _("Predicate"), _("Given"), _("Of") }, "head_center")
  for n, side in ipairs(sides) do
    row = row + 1
    page:cells(row, 1, { "[" .. n .. "]", agency_of(side), side.year, side.rules.id, bases[side.basis], exact(side.index.exact),
      side.index.predicate == "" and "–" or side.index.predicate, side.index.given, side.index.of },
      { "center", "cell", "whole", "center", "center", "index", "center", "whole", "quiet" })
    page:row(row, look.height(math.max(lines(agency_of(side), count > 1 and 46 or 36, 9), lines(bases[side.basis], 11, 9))))
  end
  if #report.summary > 0 then
    row = row + 1
    local text = table.concat(report.summary, " ")
    page:merge(row, 1, row, last, text, "summary")
    page:row(row, 8 + 14 * lines(text, wide, 10, true))
  end
  for _, notice in ipairs(report.notices) do
    row = row + 1
    page:merge(row, 1, row, last, notice .. (notice:sub(-1) == "." and "" or "."), "warning")
    page:row(row, 4 + 11 * lines(notice, wide, 8))
  end
  return row
end

local function draw_group(row, data, base)
  local name = base == "domain" and "domain" or "cell"
  page:text(row, 1, data.id, base == "domain" and "domain" or "center")
  page:text(row, 2, data.name, name)
  for n, value in ipairs(data.values) do
    page:number(row, first + n - 1, value, base == "domain" and "domain_two" or "two")
  end
  gap(page, row, first, data.delta, base == "domain" and "domain_gap" or "gap")
  if data.contribution == nil then
    page:text(row, first + count + 1, "–", "center")
  else
    page:formula(row, first + count + 1, "=" .. ref(row, first + count) .. "*" .. data.units .. "/" .. report.units, exact(data.contribution),
      base == "domain" and "domain_part" or "part")
  end
end

local function draw_groups(row)
  page:merge(row, 1, row, last, _("Index, domains and aspects"), "section")
  row = row + 1
  local head = row
  page:cells(row, 1, { "", _("Name") }, "head_center")
  for n = 1, count do
    page:text(row, first + n - 1, label(n), "head_center")
  end
  page:cells(row, first + count, { _("Difference"), _("Contribution") }, "head_center")
  page:row(row, 26)
  row = row + 1
  local index_row = row
  page:cells(row, 1, { "", _("Index") }, "bold")
  for n, side in ipairs(sides) do
    page:number(row, first + n - 1, side.index.exact, "index")
  end
  gap(page, row, first, report.delta, "gap_fine")
  for _, domain in ipairs(report.domains) do
    row = row + 1
    draw_group(row, domain, "domain")
  end
  local aspects = row + 1
  for _, aspect in ipairs(report.aspects) do
    row = row + 1
    draw_group(row, aspect, "aspect")
  end
  page:blank(index_row, first + count + 1, "center")
  mark_gaps(page, index_row, first + count, row)
  mark_gaps(page, index_row + 1, first + count + 1, row)
  return row, head, index_row, aspects
end

--- Radar aspek, satu garis tiap sisi; tiga sisi atau lebih juga garis tren indeks.
local colors = { look.color.gold, look.color.navy, look.color.teal, "#A4332A", "#6B7280", "#7C5AA6" }

--- Nilai terendah dan tertinggi pada garis tren.
local function extremes()
  local low, high = exact(sides[1].index.exact), exact(sides[1].index.exact)
  local function take(value)
    low, high = math.min(low, exact(value)), math.max(high, exact(value))
  end
  for _n, side in ipairs(sides) do
    take(side.index.exact)
  end
  for _n, domain in ipairs(report.domains) do
    for _m, value in ipairs(domain.values) do
      take(value)
    end
  end
  return low, math.max(high, math.floor(low) + 1)
end

--- Garis tren: domain tipis, indeks tebal dengan angkanya.
local function trend_lines(head, index_row)
  local series, shades = {}, { look.color.gold, look.color.teal, "#7C5AA6", "#A4332A" }
  local categories = "=" .. at(page, head, first, head, first + count - 1)
  local function add(name, row, color, thick, whole)
    series[#series + 1] = { name = name, categories = categories, values = "=" .. at(page, row, first, row, first + count - 1), color = color,
      line = thick, marker = whole, dashed = not whole, labels = whole, label_format = "0.00" }
  end
  for n, domain in ipairs(report.domains) do
    if n <= #shades then
      add(domain.id .. " " .. cut(domain.name, 60), index_row + n, shades[n], 1.25, false)
    end
  end
  add(_("Index"), index_row, look.color.navy, 2.5, true)
  return series
end

local function draw_charts(row, head, index_row, aspects, aspects_last)
  local series = {}
  for n = math.max(1, count - #colors + 1), count do
    series[#series + 1] = { name = label(n), categories = "=" .. at(page, aspects, 2, aspects_last, 2),
      values = "=" .. at(page, aspects, first + n - 1, aspects_last, first + n - 1), color = colors[(n - 1) % #colors + 1], line = 2,
      dashed = n == 1 }
  end
  page:chart(row, 1, { kind = "radar", width = 480, height = 330, x = 2, y = 4, font = "Arial", legend = "bottom",
    description = _("Radar of the aspects"), category = { size = 8 },
    value = { least = 0, most = sides[1].rules.highest, step = 1, gridlines = true, size = 8 }, series = series })
  local right = 82 * (last - 3) - 40 -- titik layar dari kolom 4 sampai kolom terakhir
  local trend = sides[1].year == sides[count].year and _("The index on each side") or _("Trend of the index")
  if count > 2 then
    local low, high = extremes()
    page:chart(row, 4, { kind = "line", width = right, height = 330, x = 30, y = 4, font = "Arial", legend = #report.domains > 0 and "bottom" or "none",
      title = trend, description = trend, category = { size = 8 },
      value = { least = math.floor(low), most = math.ceil(high), step = high - low > 2 and 1 or 0.5, gridlines = true, size = 8, format = "0.0" },
      series = trend_lines(head, index_row) })
  else
    local bars = {}
    for n = 1, count do
      bars[n] = { name = label(n), categories = "=" .. at(page, aspects, 1, aspects_last, 1),
        values = "=" .. at(page, aspects, first + n - 1, aspects_last, first + n - 1), color = colors[n], labels = true, label_format = "0.00" }
    end
    page:chart(row, 4, { kind = "bar", width = right, height = 330, x = 30, y = 4, font = "Arial", legend = "bottom", gap = 40,
      title = _("Values by aspect"), description = _("Values by aspect"), category = { size = 8, reverse = true },
      value = { least = 0, most = sides[1].rules.highest, hidden = true }, series = bars })
  end
  for n = 0, 17 do
    page:row(row + n, 15)
  end
  return row + 18
end

--- Yang paling mendorong dan paling menahan: masing-masing lima, dengan sebabnya.
local function draw_group_of_movers(own, row, group, heading, run)
  own:merge(row, 1, row, 7, heading, "section")
  row = row + 1
  own:cells(row, 1, { "", _("Indicator"), label(run.from), label(run.to), _("Difference"), _("Contribution"), _("Why") }, "head_center")
  own:row(row, math.max(26, 13 * lines(label(run.from), 10, 9, true), 13 * lines(label(run.to), 10, 9, true)))
  for _, indicator in ipairs(group) do
    row = row + 1
    local values, why = indicator.values, causes.brief(indicator, run.to - run.from > 1)
    own:text(row, 1, indicator.id, "center")
    own:text(row, 2, indicator.name, "cell")
    for k, value in ipairs({ values[1], values[#values] }) do
      if value then
        own:number(row, 2 + k, value, "value")
      else
        own:text(row, 2 + k, "–", "center")
      end
    end
    own:number(row, 5, indicator.delta, "gap")
    own:number(row, 6, indicator.contribution, "part")
    own:text(row, 7, why, "small")
    own:row(row, look.height(math.max(lines(indicator.name, 46, 9), 0.9 * lines(why, 74, 8))))
  end
  mark_gaps(own, row - #group + 1, 5, row)
  mark_gaps(own, row - #group + 1, 6, row)
  return row + 2
end

--- runs: { from, to, indicators }, sisi dari 1; semuanya sekaligus, atau langkah demi langkah bila instrumennya berbeda.
local function draw_movers(runs)
  local own, row = sheet(_("Causes")), 5
  look.band(own, 7, _("What moved the index most, and why"), cut(title, 240))
  for column, width in ipairs({ 6, 46, 11, 11, 11, 11, 74 }) do
    own:columns(column, column, width)
  end
  for _r, run in ipairs(runs) do
    local groups = { {}, {} }
    for _n, indicator in ipairs(run.indicators) do
      local group = indicator.contribution and (indicator.contribution:sub(1, 1) == "-" and groups[2] or indicator.contribution ~= "0" and groups[1])
      if group and #group < 5 then
        group[#group + 1] = indicator
      end
    end
    for n, group in ipairs(groups) do
      if #group > 0 then
        local step = #runs > 1 and " · [" .. run.from .. "] → [" .. run.to .. "]" or ""
        row = draw_group_of_movers(own, row, group, (n == 1 and _("Raised the index most") or _("Lowered the index most")) .. step, run)
      end
    end
  end
  own:view({ tab = look.color.good, gridlines = false })
  own:page({ landscape = true, fit_width = 1, fit_height = #runs > 1 and 0 or 1, center = true, left = 10, right = 10, top = 10, bottom = 14,
    area = { 1, 1, row, 7 }, footer_left = cut(title, 80), footer_right = sides[1].rules.id })
end

--- Instrumen yang berbeda: indeks bersanding, satu warna tiap instrumen; tinggi batang hanya sebanding dalam satu warna.
local function draw_beside(row, first_side)
  local points, seen, known, names = {}, {}, 0, 3 -- kolom tahun; nomor sisi bila tahunnya berulang
  for n, side in ipairs(sides) do
    if seen[side.rules.id] == nil then
      known = known + 1
      seen[side.rules.id] = colors[(known - 1) % #colors + 1]
    end
    points[n] = seen[side.rules.id]
    names = n > 1 and side.year == sides[n - 1].year and 1 or names
  end
  page:chart(row, 1, { kind = "column", width = 760, height = 280, x = 2, y = 4, font = "Arial", legend = "none", gap = 60,
    title = _("Indices beside each other, one colour an instrument"), description = _("Indices beside each other, one colour an instrument"),
    category = { size = 8 }, value = { least = 0, most = sides[count].rules.highest, step = 1, gridlines = true, size = 8 },
    series = { { name = _("Index"), categories = "=" .. at(page, first_side, names, first_side + count - 1, names),
      values = "=" .. at(page, first_side, 6, first_side + count - 1, 6), points = points, labels = true, label_format = "0.00" } } })
  return row + 15
end

local owned = false -- ada indikator yang dipegang unit
for _, indicator in ipairs(report.indicators) do
  owned = owned or indicator.unit ~= nil
end
local function draw_details()
  local titles = { _("Id"), _("Indicator"), _("Weight") }
  local widths = { 6, 34, 8 }
  for n = 1, count do
    titles[#titles + 1], widths[#widths + 1] = label(n), count < 4 and 11 or 9
  end
  for _, column in ipairs({ { _("Difference"), 9 }, { _("Contribution"), 11 }, owned and { _("Unit"), 16 } or { _("Why"), 74 },
    owned and { _("Why"), 74 } or nil }) do
    titles[#titles + 1], widths[#widths + 1] = column[1], column[2]
  end
  local from, why = 4, #titles
  look.band(detail, why, _("What rose and fell"), cut(title, 240))
  detail:merge(4, 1, 4, why, _("The largest contribution to the difference of the index first. Blank: no value on that basis; it counts as the rules say.")
    .. (count > 2 and " " .. _("Of each step the main cause is told; compare two sides to see all.") or ""), "muted")
  for column, width in ipairs(widths) do
    detail:columns(column, column, width)
  end
  for column, text in ipairs(titles) do
    detail:text(5, column, text, "head_center")
  end
  detail:row(5, 28)
  local row = 5
  for _, indicator in ipairs(report.indicators) do
    row = row + 1
    local reason, complete = causes.of_indicator(indicator, count > 2), true
    detail:text(row, 1, indicator.id, "center")
    detail:text(row, 2, indicator.name, "cell")
    detail:number(row, 3, indicator.weight, "two")
    for n, value in ipairs(indicator.values) do
      complete = complete and value
      if value then
        detail:number(row, from + n - 1, value, "value")
      else
        detail:blank(row, from + n - 1, "center")
      end
    end
    if complete and indicator.delta ~= nil then
      gap(detail, row, from, indicator.delta, "gap")
      detail:formula(row, from + count + 1, "=" .. ref(row, from + count) .. "*" .. indicator.units .. "/" .. report.units,
        exact(indicator.contribution), "gap_fine")
    else
      detail:number(row, from + count, indicator.delta or 0, "gap")
      detail:number(row, from + count + 1, indicator.contribution or 0, "gap_fine")
    end
    if owned then
      detail:text(row, why - 1, indicator.unit or "", "small")
    end
    detail:text(row, why, reason, "small")
    detail:row(row, look.height(math.max(1, lines(reason, 74, 8) * 0.86, lines(indicator.name, 34, 9))))
  end
  detail:text(row + 1, 2, _("Sum of the contributions = difference of the index"), "bold")
  detail:formula(row + 1, from + count + 1, "=SUM(" .. ref(6, from + count + 1, row, from + count + 1) .. ")", exact(report.delta or "0"), "gap_fine")
  mark_gaps(detail, 6, from + count, row)
  mark_gaps(detail, 6, from + count + 1, row + 1)
  detail:filter(5, 1, row, why)
  detail:view({ freeze_row = 6, freeze_column = 3, tab = look.color.teal })
  detail:page({ landscape = true, fit_width = 1, fit_height = 0, left = 8, right = 8, top = 10, bottom = 14,
    repeat_first = 1, repeat_last = 5, footer_left = cut(title, 80), footer_right = _("Page {page} of {pages}") })
end

--- Dari satu instrumen ke instrumen lain: kalimatnya, lalu indikator yang tetap pokoknya.
local function draw_bridge(row, bridge)
  page:merge(row, 1, row, last, _("From one instrument to the other"), "section")
  for _, sentence in ipairs(bridge.text) do
    row = row + 1
    page:merge(row, 1, row, last, sentence, "text")
    page:row(row, 4 + 12 * lines(sentence, wide, 9))
  end
  if #bridge.indicators == 0 then
    return row
  end
  row = row + 1
  page:cells(row, 1, { "", _("Kept its subject"), _("Formerly"), "[" .. bridge.from + 1 .. "] " .. _("lowest"),
    "[" .. bridge.from + 1 .. "] " .. _("highest"), "[" .. bridge.to + 1 .. "]", _("Change") }, "head_center")
  local begin = row + 1
  for _, indicator in ipairs(bridge.indicators) do
    row = row + 1
    page:cells(row, 1, { indicator.id, indicator.name, table.concat(indicator.from, ", ") }, { "center", "cell", "center" })
    for n, key in ipairs({ "low", "high", "now" }) do
      page:number(row, 3 + n, exact(indicator[key]), "center")
    end
    if indicator.change == nil then
      page:text(row, 7, "–", "center")
    else
      page:formula(row, 7, "=" .. ref(row, 6) .. "-" .. ref(row, 4), exact(indicator.change), "gap")
    end
    page:row(row, look.height(lines(indicator.name, 46, 9)))
  end
  mark_gaps(page, begin, 7, row)
  row = row + 1
  page:merge(row, 1, row, last, bridge.source, "muted_wrap")
  page:row(row, 4 + 11 * lines(bridge.source, wide, 8))
  return row
end

if count > 1 then
  page:columns(1, 1, 6)
  page:columns(2, 2, 46)
  page:columns(3, last, 11)
end
look.band(page, last, count > 1 and _("Comparison of assessments") or _("Units side by side"), cut(title, 240))
page:row(4, 8)
local row = draw_sides(5)
for _, bridge in ipairs(report.bridges) do
  row = draw_bridge(row + 2, bridge)
end
if report.comparable and count > 1 then
  local done, head, index_row, aspects = draw_groups(row + 2)
  page:row(row + 1, 8)
  row = draw_charts(done + 2, head, index_row, aspects, done)
  if moved then
    draw_movers({ { from = 1, to = count, indicators = report.indicators } })
  end
  detail = sheet(_("Indicators"))
  draw_details()
end
if not report.comparable then
  row = draw_beside(row + 2, 7)
  local runs = {}
  for n, step in ipairs(report.steps) do
    runs[n] = { from = step.from + 1, to = step.to + 1, indicators = step.indicators }
  end
  if #runs > 0 then
    draw_movers(runs)
  end
end
if by_unit then
  local units = include("perbandingan/unit.lua")
  if count > 1 then
    local own = sheet(_("Work units"))
    look.band(own, units.last, _("Units side by side"), cut(title, 240))
    units.finish(own, units.draw(own, 5, title, label), title)
  else
    row = units.draw(page, row + 2, title, label)
  end
end
page:view({ active = true, tab = look.color.navy, gridlines = false })
page:page({ landscape = true, fit_width = 1, fit_height = 1, center = true, left = 10, right = 10, top = 10, bottom = 14,
  area = { 1, 1, row, last }, footer_left = cut(title, 80), footer_right = sides[1].rules.id })
