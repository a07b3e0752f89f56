--- Lembar Ringkasan: satu halaman A4 bagi pimpinan.

local model = include("laporan/model.lua")
local look = include("laporan/gaya.lua")
local list = include("laporan/daftar.lua")
local sheets = include("laporan/lembar.lua")
local board = include("laporan/papan.lua")

local page = sheets.summary
local last = 12 -- kolom
local width = 9 -- lebar tiap kolom
local shown = 6 -- paling banyak kekuatan dan kelemahan yang dimuat
local summary = {}

local card_row = 7
summary.chosen = at(page, card_row, 10)

--- Kata pembanding: tahun lalu bila ada dan memakai aturan yang sama, selain itu target.
local compare = { values = {} }
summary.compare = compare
local function find_compare()
  local same = previous and previous.rules.id == report.rules.id
  compare.former = same
  local stated = report.scale.target_level -- 0: aturan tidak menyebutnya
  local target = options.target or tostring(stated ~= nil and stated > 0 and stated or 3)
  compare.goal = exact(target)
  compare.goal_title = _("Target") .. " " .. decimal(target, compare.goal == math.floor(compare.goal) and 0 or 2)
  if same then
    compare.title = _("Year") .. " " .. previous.assessment.year
    local groups = { previous.domains, previous.aspects or {} }
    for _, domain in ipairs(previous.domains) do
      groups[#groups + 1] = domain.aspects
    end
    for _, group in ipairs(groups) do
      for _, entry in ipairs(group) do
        compare.values[entry.id] = exact(entry.exact)
      end
    end
  else
    compare.target = compare.goal
    compare.title = compare.goal_title
  end
end

local function compare_of(data)
  return compare.target or compare.values[data.id]
end

local function draw_band()
  local parts = { _("Year") .. " " .. report.assessment.year, report.rules.title }
  for i, overlay in ipairs(report.rules.overlays) do
    parts[#parts + 1] = _("Overlay") .. " " .. overlay.id .. ": " .. cut(overlay.title, 120)
  end
  if report.guideline ~= nil and report.guideline.id ~= "" then
    parts[#parts + 1] = report.guideline.title
  end
  local note = table.concat(parts, " · ")
  local name = cut(report.assessment.agency.name, 160)
  local size = lines(name, model.merged(12, width) - 2, 20, true)
  local of = report.instrument ~= nil and report.instrument.short_title or report.rules.title
  page:merge(1, 1, 1, last, _("RESULT") .. " · " .. of:upper(), "band_small")
  page:merge(2, 1, 2, last, name, "band_name")
  page:merge(3, 1, 3, last, note, "band_note")
  page:fill(4, 1, 4, last, "accent")
  page:row(1, 20)
  page:row(2, 28 * size)
  page:row(3, 4 + 12 * lines(note, model.merged(12, width) - 2, 9))
  page:row(4, 4)
  page:row(5, 8)
end

--- Empat kartu: indeks, predikat, jarak, dasar.
local function draw_cards()
  local index = report.indexes[model.basis] or report.index
  local number = "=" .. board.index
  local labels = { _("INDEX"), _("PREDICATE"), _("TO THE NEXT PREDICATE"), _("BASIS OF THE VALUES") }
  for n, label in ipairs(labels) do
    local from = 3 * n - 2
    page:merge(6, from, 6, from + 2, label, "card_label")
    page:merge(7, from, 7, from + 2, "", n == 1 and "card_number" or n == 2 and "card_badge" or n == 3 and "card_distance" or "card_input")
    page:merge(8, from, 8, from + 2, "", n == 4 and "card_given" or "card_note")
  end
  page:formula(7, 1, number, exact(report.index.exact), "card_number")
  page:text(8, 1, board.history(), "card_note")
  page:formula(7, 4, "=" .. board.predicate, report.index.predicate or "", "card_badge")
  page:formula(8, 4, "=" .. board.completeness, board.complete_word(), "card_note")
  page:formula(7, 7, "=" .. board.distance, board.distance_value(), "card_distance")
  page:formula(8, 7, "=" .. board.next, board.next_word(), "card_note")
  page:text(7, 10, model.basis_words[model.basis_number], "card_input")
  page:formula(8, 10, "=" .. board.given, report.index.given, "card_given")
  page:choice(7, 10, 7, 10, { list = "=" .. list.bases, title = _("Basis of the values"),
    message = _("Choose what the index rests on; the whole workbook follows."),
    error_title = _("Not a basis"), error_message = _("Choose from the list.") })
  for n, band in ipairs(model.bands) do
    local step = look.step_of(look.badges, n, #model.bands)
    for place, fill in ipairs(look.badges) do
      if fill == step then
        page:condition(7, 4, 7, 6, { equal = band.name, style = "badge_" .. place })
      end
    end
  end
  page:condition(8, 4, 8, 6, { equal = board.partial, style = "warn" })
  page:row(6, 18)
  page:row(7, 44)
  page:row(8, 18)
  page:row(9, 8)
end

--- Kalimat pengganti diagram bagi pembaca layar.
local function describe(title, entries)
  local parts = {}
  for _, entry in ipairs(entries) do
    parts[#parts + 1] = entry.data.name .. " " .. decimal(entry.data.exact)
  end
  return cut(title .. ": " .. table.concat(parts, "; "), 250)
end

local function draw_charts()
  local axis = { least = 0, most = model.highest, step = 1, gridlines = true, format = "0", size = 8 }
  page:merge(10, 1, 10, 7, _("Index by aspect"), "section")
  page:merge(10, 8, 10, last, #model.domains > 0 and _("Index by domain") or _("Index by aspect"), "section")
  page:row(10, 20)
  for row = 11, 22 do
    page:row(row, 19)
  end
  page:chart(11, 1, { kind = "radar", width = 470, height = 300, x = 2, y = 3, font = "Arial", legend = "bottom",
    description = describe(_("Radar of the aspects"), model.aspects), value = axis, category = { size = 8 },
    series = {
      { name = compare.title, categories = "=" .. list.aspect_labels, values = "=" .. board.compare_range, color = look.color.gold,
        line = 1.75, dashed = true },
      { name = _("Year") .. " " .. report.assessment.year, categories = "=" .. list.aspect_labels,
        values = "=" .. board.aspect_range, color = look.color.navy, line = 2.5, marker = true },
    } })
  page:chart(11, 8, { kind = "bar", width = 334, height = 300, x = 2, y = 2, font = "Arial", legend = "none", gap = 55,
    description = describe(_("Bars of the domains"), #model.domains > 0 and model.domains or model.aspects),
    category = { size = #model.domains > 0 and 8 or 7, reverse = true },
    value = { least = 0, most = model.highest, step = 1, hidden = true },
    series = { { name = _("Index"), categories = "=" .. (list.domain_labels or list.aspect_labels),
      values = "=" .. (board.domain_range or board.aspect_range), color = look.color.teal, labels = true, label_format = "0.00" } } })
end

--- Satu baris tabel: domain atau aspek.
local function draw_group(row, group, style, number)
  local data, other = group.data, compare_of(group.data)
  local wide = style == "row_domain" and "row_domain" or "row"
  page:merge(row, 1, row, 7, data.name, style)
  page:number(row, 8, data.weight, wide .. "_two")
  page:formula(row, 9, "=" .. board.value_of(group), group.value, wide .. "_two")
  if other ~= nil then
    page:number(row, 10, other, wide .. "_two")
    page:formula(row, 11, "=" .. ref(row, 9) .. "-" .. ref(row, 10), group.value - other, wide .. "_gap")
    page:formula(row, 12, "=IF(ROUND(" .. ref(row, 11) .. ",9)<0," .. quote("▼") .. ",IF(ROUND(" .. ref(row, 11) .. ",9)>0,"
      .. quote("▲") .. "," .. quote("=") .. "))", board.sign(group.value - other), wide .. "_center")
  else
    page:fill(row, 10, row, 12, wide .. "_center")
  end
  page:row(row, 15)
end

local function draw_table(row)
  page:merge(row, 1, row, 7, #model.domains > 0 and _("Domain and aspect") or _("Aspect"), "head")
  for place, title in ipairs({ _("Weight (%)"), _("Value"), compare.title, _("Difference"), _("Direction") }) do
    page:text(row, 7 + place, title, "head_center")
  end
  page:row(row, 4 + 12 * lines(compare.title, width - 1, 9, true))
  row = row + 1
  if #model.domains == 0 then
    for n, aspect in ipairs(model.aspects) do
      draw_group(row, aspect, "row_aspect", n)
      row = row + 1
    end
  end
  for _, domain in ipairs(model.domains) do
    draw_group(row, domain, "row_domain")
    row = row + 1
    for _, aspect in ipairs(domain.aspects) do
      draw_group(row, aspect, "row_aspect")
      row = row + 1
    end
  end
  return row
end

--- Indikator yang tingkatnya memenuhi syarat, menurut urutan yang diminta.
local function pick(accept, before)
  local found = {}
  for _, item in ipairs(model.indicators) do
    if accept(item) then
      found[#found + 1] = item
    end
  end
  table.sort(found, function(one, other)
    if one.value ~= other.value then
      return before(one.value, other.value)
    end
    if one.data.units ~= other.data.units then
      return one.data.units > other.data.units
    end
    return one.place < other.place
  end)
  return found
end

--- Satu daftar: nama di kolom from..to-1, nilai di kolom to.
local function draw_list(row, from, to, title, found)
  page:merge(row, from, row, to, title .. " (" .. #found .. ")", "section")
  for n = 1, shown do
    local item = found[n]
    local more = n == shown and #found > shown
    local text = item and item.data.id .. "  " .. (item.data.short_name or item.data.name) or ""
    if n == 1 and item == nil then
      text = _("None.")
    elseif more then
      text = string.format(_("and %d more, see the sheet Indicators"), #found - shown + 1)
    end
    page:merge(row + n, from, row + n, to - 1, cut(text, 60), "row")
    if item ~= nil and not more then
      page:number(row + n, to, item.value, model.fractional and "row_two" or "row_whole")
    else
      page:blank(row + n, to, "row")
    end
    page:row(row + n, 14)
  end
end

local function draw_lists(row)
  page:row(row, 6)
  row = row + 1
  page:row(row, 20)
  local strong, weak = report.scale.strength_from, report.scale.weakness_to
  if strong > model.highest then -- aturan tidak menyebutnya
    strong, weak = model.highest - 1, model.lowest + 1
  end
  draw_list(row, 1, 6, string.format(_("Strengths: level %d to %d"), strong, model.highest), pick(function(item) return item.data.level >= strong end,
    function(one, other) return one > other end))
  draw_list(row, 7, last, string.format(_("Weaknesses: level %d to %d"), model.lowest, weak), pick(function(item) return item.data.level <= weak end,
    function(one, other) return one < other end))
  return row + shown + 1
end

local function draw_steps(row)
  page:row(row, 6)
  row = row + 1
  page:merge(row, 1, row, last, _("The five steps that add most to the index"), "section")
  page:row(row, 20)
  row = row + 1
  page:merge(row, 1, row, 4, _("Indicator"), "head")
  for place, title in ipairs({ _("Now"), _("Next"), _("Adds") }) do
    page:text(row, 4 + place, title, "head_center")
  end
  page:merge(row, 8, row, last, _("What is missing"), "head")
  page:row(row, 16)
  local steps = board.steps(5)
  for n, step in ipairs(steps) do
    local name = step.item.data.id .. "  " .. (step.item.data.short_name or step.item.data.name)
    local what = cut(step.what, 260)
    page:merge(row + n, 1, row + n, 4, name, "row_wrap_name")
    page:number(row + n, 5, step.item.value, model.fractional and "row_two" or "row_whole")
    page:number(row + n, 6, step.item.data.next.level, "row_whole")
    page:number(row + n, 7, step.item.data.next.gain_exact, "row_gain")
    page:merge(row + n, 8, row + n, last, what, "row_wrap")
    page:row(row + n, 4 + 10.6 * math.max(lines(what, model.merged(5, width), 8), lines(name, model.merged(4, width), 9)))
  end
  if #steps == 0 then
    page:merge(row + 1, 1, row + 1, last, _("Every indicator is at its highest level."), "row")
  end
  return row + math.max(#steps, 1) + 1
end

--- Kaki: apakah lembar dan mesin masih sama.
local function draw_foot(row)
  page:row(row, 8)
  row = row + 1
  page:merge(row, 1, row, 7, _("Sheet and engine agree (index and every indicator):"), "muted_right")
  page:formula(row, 8, "=" .. board.engine, model.index_of(model.basis), "foot_number")
  page:merge(row, 9, row, last, "", "same")
  page:formula(row, 9, "=" .. board.same, board.same_word, "same")
  page:condition(row, 9, row, last, { equal = board.differs_word, style = "differs" })
  page:row(row, 16)
  local text = _("Lists and steps show the state when the report was made.")
  if report.instrument ~= nil then
    text = text .. " " .. report.instrument.disclaimer
  end
  page:merge(row + 1, 1, row + 1, last, text, "muted_wrap")
  page:row(row + 1, 4 + 11 * lines(text, model.merged(12, width), 8))
  return row + 1
end

function summary.draw()
  find_compare()
  page:columns(1, last, width)
  board.draw(compare_of)
  draw_band()
  draw_cards()
  draw_charts()
  page:row(23, 6)
  local row = draw_table(24)
  row = draw_lists(row)
  row = draw_steps(row)
  row = draw_foot(row)
  page:view({ active = true, zoom = 100, tab = look.color.navy })
  page:page({ fit_width = 1, fit_height = 1, center = true, left = 12, right = 12, top = 12, bottom = 14,
    area = { 1, 1, row, last }, footer_left = sheets.footer, footer_right = report.rules.id })
  page:protect()
end

return summary
