--- Perbandingan: beberapa penilaian bersanding: tahun lawan tahun, klaim lawan asesor, instansi lawan instansi; tiga atau lebih menjadi tren.
-- Dokumen: spbe-comparison/1. Selisih dihitung oleh lembar dari nilai yang ditulis mesin.

local look = include("laporan/gaya.lua")
local sides = report.sides
local count = #sides
local bases = { claimed = _("claimed"), supported = _("supported"), verified = _("verified") }
local answers = { yes = _("met"), no = _("not met"), none = _("not answered"), not_asked = _("not asked") }
local title = _("Comparison") .. " · " .. cut(sides[1].agency, 60) .. (sides[count].agency ~= sides[1].agency
  and " – " .. cut(sides[count].agency, 60) or "")

style("gap", { base = "center", format = "+0.00;-0.00;0.00", bold = true })
style("gap_fine", { base = "center", format = "+0.0000;-0.0000;0" })
style("index", { base = "two", bold = true })
style("up", { color = look.color.good })
style("down", { color = look.color.bad })
style("warning", { base = "text", size = 8, bold = true, color = look.color.bad })
style("domain", { base = "cell", bold = true, fill = look.color.panel, color = look.color.navy })
style("domain_two", { base = "domain", align = "center", format = "0.00" })
style("domain_gap", { base = "domain_two", format = "+0.00;-0.00;0.00" })

--- Nama singkat sebuah sisi bagi kepala kolom: yang berbeda di antara sisi-sisi.
local function label(n)
  local side, parts = sides[n], { "[" .. n .. "]" }
  local years, kinds = false, false
  for _, other in ipairs(sides) do
    years = years or other.year ~= sides[1].year
    kinds = kinds or other.basis ~= sides[1].basis
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

local page = sheet(_("Comparison"))
local detail = report.comparable and sheet(_("Indicators")) or nil
local first = 3 -- kolom nilai sisi pertama
local last = math.max(first + count, 9)
about(title, sides[1].rules.title)

--- Siapa yang dibandingkan, dan hal yang perlu diketahui sebelum membandingkan.
local function draw_sides(row)
  page:merge(row, 1, row, last, _("Compared"), "section")
  row = row + 1
  page:cells(row, 1, { "", _("Agency"), _("Year"), _("Instrument"), _("Basis"), _("Index"), _("Predicate"), _("Given"), _("Of") }, "head_center")
  for n, side in ipairs(sides) do
    row = row + 1
    page:cells(row, 1, { "[" .. n .. "]", cut(side.agency, 200), side.year, side.rules.id, bases[side.basis], exact(side.index.exact),
      side.index.predicate == "" and "–" or side.index.predicate, side.index.given, side.index.of },
      { "center", "cell", "whole", "center", "center", "index", "center", "whole", "quiet" })
    page:row(row, look.height(lines(side.agency, 46, 9)))
  end
  for _, notice in ipairs(report.notices) do
    row = row + 1
    page:merge(row, 1, row, last, notice .. (notice:sub(-1) == "." and "" or "."), "warning")
    page:row(row, 4 + 11 * lines(notice, 46 + 9 * (last - 2), 8))
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
end

local function draw_groups(row)
  page:merge(row, 1, row, last, _("Index, domains and aspects"), "section")
  row = row + 1
  local head = row
  page:cells(row, 1, { "", _("Name") }, "head_center")
  for n = 1, count do
    page:text(row, first + n - 1, label(n), "head_center")
  end
  page:text(row, first + count, _("Difference"), "head_center")
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
  mark_gaps(page, index_row, first + count, row)
  return row, head, index_row, aspects
end

--- Radar aspek, satu garis tiap sisi; tiga sisi atau lebih juga garis tren indeks.
local colors = { look.color.gold, look.color.navy, look.color.teal, "#A4332A", "#6B7280", "#7C5AA6" }
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
  if count > 2 then
    page:chart(row, 4, { kind = "line", width = 400, height = 330, x = 30, y = 4, font = "Arial", legend = "none",
      title = _("Trend of the index"), description = _("Trend of the index"), category = { size = 8 },
      value = { least = 0, most = sides[1].rules.highest, step = 1, gridlines = true, size = 8 },
      series = { { name = _("Index"), categories = "=" .. at(page, head, first, head, first + count - 1),
        values = "=" .. at(page, index_row, first, index_row, first + count - 1), color = look.color.navy, line = 2.5, marker = true,
        labels = true, label_format = "0.00" } } })
  else
    local bars = {}
    for n = 1, count do
      bars[n] = { name = label(n), categories = "=" .. at(page, aspects, 1, aspects_last, 1),
        values = "=" .. at(page, aspects, first + n - 1, aspects_last, first + n - 1), color = colors[n], labels = true, label_format = "0.00" }
    end
    page:chart(row, 4, { kind = "bar", width = 400, height = 330, x = 30, y = 4, font = "Arial", legend = "bottom", gap = 40,
      title = _("Values by aspect"), description = _("Values by aspect"), category = { size = 8, reverse = true },
      value = { least = 0, most = sides[1].rules.highest, hidden = true }, series = bars })
  end
  for n = 0, 17 do
    page:row(row + n, 15)
  end
  return row + 18
end

--- Sebab sebuah perubahan: kriteria dan dokumen, lalu alasan.
local function causes(indicator)
  local parts = {}
  for i, change in ipairs(indicator.changes) do
    for n, one in ipairs(change.criteria) do
      if n <= 6 then
        parts[#parts + 1] = (count > 2 and "[" .. change.from + 1 .. "→" .. change.to + 1 .. "] " or "") .. one.id .. " "
          .. answers[one.from] .. " → " .. answers[one.to] .. ", " .. _("documents") .. " " .. one.documents_from .. " → " .. one.documents_to
          .. (one.document ~= nil and " (" .. cut(one.document, 80) .. ")" or "")
      end
    end
    if change.criteria_count > 6 then
      parts[#parts + 1] = string.format(_("and %d more criteria"), change.criteria_count - 6)
    end
    if change.reason ~= nil and change.delta ~= "0" then
      parts[#parts + 1] = cut(change.reason, 600)
    end
  end
  return cut(table.concat(parts, "\n"), 4000)
end

local function draw_details()
  local titles = { _("Id"), _("Indicator"), _("Weight") }
  local widths = { 8, 44, 9 }
  for n = 1, count do
    titles[#titles + 1], widths[#widths + 1] = label(n), 11
  end
  for _, text in ipairs({ _("Difference"), _("Contribution"), _("Why") }) do
    titles[#titles + 1] = text
  end
  widths[#widths + 1], widths[#widths + 2], widths[#widths + 3] = 10, 12, 70
  local from, why = 4, #titles
  look.band(detail, why, _("What rose and fell"), cut(title, 240))
  detail:merge(4, 1, 4, why, _("The largest contribution to the difference of the index first. Blank: no value on that basis; it counts as the rules say."), "muted")
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
    local reason, complete = causes(indicator), true
    detail:text(row, 1, indicator.id, "center")
    detail:text(row, 2, indicator.name, "cell")
    detail:number(row, 3, indicator.weight, "two")
    for n, value in ipairs(indicator.values) do
      complete = complete and value
      if value then
        detail:number(row, from + n - 1, value, "center")
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
    detail:text(row, why, reason, "small")
    detail:row(row, look.height(math.max(1, lines(reason, 70, 8) * 0.9, lines(indicator.name, 44, 9))))
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
    page:row(row, 4 + 12 * lines(sentence, 46 + 9 * (last - 2), 9))
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
  page:row(row, 4 + 11 * lines(bridge.source, 46 + 9 * (last - 2), 8))
  return row
end

page:columns(1, 1, 6)
page:columns(2, 2, 46)
page:columns(3, last, 11)
look.band(page, last, _("Comparison of assessments"), cut(title, 240))
page:row(4, 8)
local row = draw_sides(5)
for _, bridge in ipairs(report.bridges) do
  row = draw_bridge(row + 2, bridge)
end
if report.comparable then
  local done, head, index_row, aspects = draw_groups(row + 2)
  page:row(row + 1, 8)
  row = draw_charts(done + 2, head, index_row, aspects, done)
  page:merge(row, 1, row, last, string.format(_("%d indicators rose, %d fell."), report.rose, report.fell), "plain")
  draw_details()
end
page:view({ active = true, tab = look.color.navy, gridlines = false })
page:page({ landscape = true, fit_width = 1, fit_height = 1, center = true, left = 10, right = 10, top = 10, bottom = 14,
  area = { 1, 1, row, last }, footer_left = cut(title, 80), footer_right = sides[1].rules.id })
