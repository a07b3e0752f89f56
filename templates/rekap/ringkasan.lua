--- Lembar Rekap: satu halaman: jumlah, predikat menurut jenis, rata-rata dan kuartil, indikator terlemah.

local look = include("laporan/gaya.lua")
local groups = include("rekap/kelompok.lua")
local ranking = include("rekap/peringkat.lua")
local values = include("rekap/nilai.lua")
local summary = {}

local last = 12 -- kolom
local width = 8.6
local weakest_shown = 10

style("figure", { base = "row_two", size = 8 })
style("figure_bold", { base = "row_two", bold = true })
style("count", { base = "row_whole", size = 8 })
style("share", { base = "row_center", size = 8 })
style("head_small", { base = "head_center", size = 8 })
style("head_band", { base = "head_center", size = 7 })
style("head_left", { base = "head", size = 8 })
style("card_count", { base = "card_number", format = "0" })
style("note", { base = "text", size = 8, color = look.color.muted })
style("warning", { base = "text", size = 8, bold = true, color = look.color.bad })

local function mean(range, count)
  return "=SUM(" .. range .. ")/" .. count
end

--- Kartu: banyaknya penilaian, rata-rata, median, yang lengkap.
local function draw_cards(group, page)
  local data = group.data
  local labels = { _("ASSESSMENTS"), _("MEAN INDEX"), _("MEDIAN"), _("COMPLETE") }
  for n, label in ipairs(labels) do
    local from = 3 * n - 2
    local number = (n == 1 or n == 4) and "card_count" or "card_number"
    page:merge(5, from, 5, from + 2, label, "card_label")
    page:merge(6, from, 6, from + 2, "", number)
    page:merge(7, from, 7, from + 2, "", "card_note")
  end
  local indices = ranking.range(group, ranking.index)
  page:number(6, 1, data.count, "card_count")
  page:formula(6, 4, mean(indices, data.count), exact(data.index.mean_exact or "0"), "card_number")
  page:number(6, 7, data.index.median or 0, "card_number")
  page:number(6, 10, data.complete, "card_count")
  page:text(7, 4, _("lowest") .. " " .. decimal(data.index.least) .. " · " .. _("highest") .. " " .. decimal(data.index.most), "card_note")
  page:text(7, 7, _("half of them between") .. " " .. decimal(data.index.lower) .. " – " .. decimal(data.index.upper), "card_note")
  page:text(7, 10, _("of") .. " " .. data.count .. ": " .. _("every indicator has a value"), "card_note")
  page:row(4, 6)
  page:row(5, 18)
  page:row(6, 42)
  page:row(7, 16)
  page:row(8, 8)
end

--- Predikat menurut jenis instansi; jumlahnya dihitung dari lembar Peringkat.
local function draw_kinds(group, page, row)
  local data, bands = group.data, group.data.scale.bands
  page:merge(row, 1, row, last, _("Predicates by kind of agency"), "section")
  row = row + 1
  page:merge(row, 1, row, 2, _("Kind"), "head_left")
  page:cells(row, 3, { _("Agencies"), _("Mean"), _("Median") }, "head_small")
  for n, band in ipairs(bands) do
    page:text(row, 5 + n, band, "head_band")
  end
  page:fill(row, 6 + #bands, row, last, "head_small")
  page:row(row, 24)
  local kinds, predicates = ranking.range(group, ranking.kind), ranking.range(group, ranking.predicate)
  local first = row + 1
  for _, kind in ipairs(data.kinds) do
    row = row + 1
    local word = groups.kind(kind.kind)
    page:merge(row, 1, row, 2, word, "row")
    page:formula(row, 3, "=COUNTIF(" .. kinds .. "," .. ref(row, 1) .. ")", kind.count, "count")
    page:number(row, 4, kind.mean_exact or 0, "figure_bold")
    page:number(row, 5, kind.median or 0, "figure")
    for n in ipairs(bands) do
      page:formula(row, 5 + n, "=COUNTIFS(" .. kinds .. "," .. ref(row, 1) .. "," .. predicates .. "," .. fixed(first - 1, 5 + n) .. ")",
        kind.predicates[n], "count")
    end
    page:fill(row, 6 + #bands, row, last, "row")
  end
  row = row + 1
  page:merge(row, 1, row, 2, _("All"), "row_domain")
  page:formula(row, 3, "=SUM(" .. ref(first, 3, row - 1, 3) .. ")", data.count, "row_domain_center")
  page:number(row, 4, data.index.mean_exact or 0, "row_domain_two")
  page:number(row, 5, data.index.median or 0, "row_domain_two")
  for n in ipairs(bands) do
    page:formula(row, 5 + n, "=SUM(" .. ref(first, 5 + n, row - 1, 5 + n) .. ")", data.predicates[n], "row_domain_center")
  end
  page:fill(row, 6 + #bands, row, last, "row_domain")
  group.predicate_row, group.predicate_head = row, first - 1
  return row
end

--- Diagram: predikat, dan rata-rata aspek.
local function draw_charts(group, page, row, aspects_first, aspects_last)
  local bands = group.data.scale.bands
  local colors = {}
  for n = 1, #bands do
    colors[n] = look.step_of(look.badges, #bands - n + 1, #bands)
  end
  page:chart(row, 1, { kind = "column", width = 395, height = 268, x = 2, y = 2, font = "Arial", legend = "none", gap = 45,
    description = _("How many assessments have each predicate"), category = { size = 8 }, value = { hidden = true, least = 0 },
    title = _("Predicates"),
    series = { { name = _("Assessments"), categories = "=" .. at(page, group.predicate_head, 6, group.predicate_head, 5 + #bands),
      values = "=" .. at(page, group.predicate_row, 6, group.predicate_row, 5 + #bands), points = colors, labels = true, label_format = "0" } } })
  page:chart(row, 7, { kind = "bar", width = 395, height = 268, x = 2, y = 2, font = "Arial", legend = "none", gap = 40,
    description = _("Mean of each aspect"), title = _("Mean of the aspects"), category = { size = 7, reverse = true },
    value = { least = 0, most = group.data.scale.highest, hidden = true },
    series = { { name = _("Mean"), categories = "=" .. at(page, aspects_first, 1, aspects_last, 1),
      values = "=" .. at(page, aspects_first, 6, aspects_last, 6), color = look.color.teal, labels = true, label_format = "0.00" } } })
end

local function draw_stat_head(page, row, title)
  page:merge(row, 1, row, last, title, "section")
  page:merge(row + 1, 1, row + 1, 5, _("Name"), "head_left")
  page:cells(row + 1, 6, { _("Mean"), _("Lowest"), _("Quartile 1"), _("Median"), _("Quartile 3"), _("Highest"), _("Complete") }, "head_small")
  page:row(row + 1, 24)
  return row + 1
end

--- Rata-rata dihitung dari lembarnya; kuartil ditulis oleh mesin.
local function draw_stat(page, row, name, data, range, kind)
  local text = cut(name, 90)
  page:merge(row, 1, row, 5, text, kind == "row" and "row_wrap_name" or kind)
  page:row(row, 4 + 10.6 * lines(text, 5 * (width + 5 / 7) - 1.5, 9, kind ~= "row"))
  local bold = kind == "row_domain" and "row_domain_two" or "figure_bold"
  local plain = kind == "row_domain" and "row_domain_two" or "figure"
  if range ~= nil and data.mean_exact ~= nil then
    page:formula(row, 6, mean(range, data.count), exact(data.mean_exact), bold)
  else
    page:number(row, 6, data.mean_exact or 0, bold)
  end
  for n, key in ipairs({ "least", "lower", "median", "upper", "most" }) do
    page:number(row, 6 + n, data[key] or 0, plain)
  end
  page:text(row, last, data.given .. "/" .. data.count, data.given < data.count and "warning_cell" or kind == "row_domain" and "row_domain_center" or "share")
end

local function draw_parts(group, page, row)
  row = draw_stat_head(page, row, _("Mean and quartiles"))
  local aspects_first = nil
  for n, part in ipairs(group.parts) do
    row = row + 1
    if part.kind == "aspect" then
      aspects_first = aspects_first or row
    end
    draw_stat(page, row, part.data.id .. "  " .. part.data.name, part.data, ranking.range(group, ranking.parts + n - 1),
      part.kind == "domain" and "row_domain" or "row")
  end
  return row, aspects_first
end

local function draw_weakest(group, page, row)
  row = draw_stat_head(page, row, _("The weakest indicators"))
  local places = {}
  for n, indicator in ipairs(group.data.indicators) do
    places[indicator.id] = n
  end
  for n = 1, math.min(weakest_shown, #group.data.weakest) do
    row = row + 1
    local place = places[group.data.weakest[n]]
    local data = group.data.indicators[place]
    local range = group.detailed and data.given == data.count and values.range(group, place) or nil
    draw_stat(page, row, data.id .. "  " .. data.name, data, range, "row")
  end
  return row
end

--- Catatan yang perlu diketahui sebelum membandingkan.
local function draw_notes(group, page, row)
  local data = group.data
  local notes = {}
  if group.partial then
    notes[#notes + 1] = { string.format(_("%d of %d assessments do not have a value for every indicator; what is missing counts as the rules say."),
      data.count - data.complete, data.count), "warning" }
  end
  local bases, parts = 0, {}
  for _, basis in ipairs({ "claimed", "supported", "verified" }) do
    if data.bases[basis] > 0 then
      bases = bases + 1
      parts[#parts + 1] = groups.basis[basis] .. ": " .. data.bases[basis]
    end
  end
  notes[#notes + 1] = { _("Basis of the values") .. " – " .. table.concat(parts, ", ")
    .. (bases > 1 and ". " .. _("These indices rest on different bases.") or ""), bases > 1 and "warning" or "note" }
  if data.twice > 0 then
    notes[#notes + 1] = { string.format(_("%d assessments are of an agency that stands here already."), data.twice), "warning" }
  end
  if not group.detailed then
    notes[#notes + 1] = { _("There are too many assessments for a sheet with the values of the indicators; the CSV file has them."), "note" }
  end
  notes[#notes + 1] = { report.quartiles .. " " .. _("Quartiles are written by the program; means and counts are formulas."), "note" }
  for _, note in ipairs(notes) do
    row = row + 1
    page:merge(row, 1, row, last, note[1], note[2])
    page:row(row, 4 + 11 * lines(note[1], 12 * (width + 5 / 7) - 4, 8))
  end
  return row
end

--- Apakah lembar Nilai dan mesin sama.
local function draw_check(group, page, row)
  if not group.detailed then
    return row
  end
  row = row + 1
  page:merge(row, 1, row, 8, _("Sheet and engine agree (all indices):"), "muted_right")
  page:merge(row, 9, row, last, "", "same")
  page:formula(row, 9, "=IF(ABS(SUM(" .. values.indices(group) .. ")-SUM(" .. ranking.range(group, ranking.index) .. "))<0.000001,"
    .. quote(_("same")) .. "," .. quote(_("DIFFERENT")) .. ")", _("same"), "same")
  page:condition(row, 9, row, last, { equal = _("DIFFERENT"), style = "differs" })
  return row
end

function summary.draw(group, active)
  local page = group.summary
  page:columns(1, last, width)
  look.band(page, last, _("Roll-up of assessments"), cut(group.title, 240))
  draw_cards(group, page)
  local row = draw_kinds(group, page, 9)
  local charts = row + 1
  for n = 0, 11 do
    page:row(charts + n, 17.5)
  end
  page:row(charts + 12, 6)
  local aspects_first
  row, aspects_first = draw_parts(group, page, charts + 13)
  draw_charts(group, page, charts, aspects_first, row)
  page:row(row + 1, 6)
  row = draw_weakest(group, page, row + 2)
  row = draw_notes(group, page, row + 1)
  row = draw_check(group, page, row)
  page:view({ active = active, tab = look.color.navy, gridlines = false })
  page:page({ fit_width = 1, fit_height = 1, center = true, left = 10, right = 10, top = 10, bottom = 14,
    area = { 1, 1, row, last }, footer_left = group.footer, footer_right = group.data.rules.id })
  page:protect()
end

style("warning_cell", { base = "share", bold = true, color = look.color.bad })

return summary
