--- Lembar Indikator: satu baris tiap indikator, dihitung ulang dari jawaban, bukti, dan dasar yang dipilih.

local model = include("laporan/model.lua")
local look = include("laporan/gaya.lua")
local list = include("laporan/daftar.lua")
local sheets = include("laporan/lembar.lua")

local steps = model.highest - model.lowest + 1
local column = { code = 1, name = 2, aspect = 3, claimed = 4, supported = 5, verified = 6, value = 7,
  level = 8, ladder = 9 }
column.weight = column.ladder + steps
column.share = column.weight + 1
column.why = column.share + 1
column.units = column.why + 1
column.picked = column.units + 1
column.engine = column.picked + 1
column.official = column.engine + 1

local indicators = { column = column, first = model.first_row,
  last = model.first_row + #model.indicators - 1 }
local page = sheets.indicators

--- Acuan satu kolom bagi indikator ke-first sampai ke-last; semuanya bila tidak disebut.
function indicators.range(name, first, last)
  return at(page, model.first_row + (first or 1) - 1, column[name],
    model.first_row + (last or #model.indicators) - 1, column[name])
end

--- Rumus nilai sebuah aspek atau domain: rerata berbobot, dibagi satu kali.
function indicators.mean(group)
  local units = indicators.range("units", group.first, group.last)
  return "=SUMPRODUCT(" .. indicators.range("value", group.first, group.last) .. "," .. units .. ")/SUM(" .. units .. ")"
end

--- Jumlah nilai kali satuan bobot semua indikator: bilangan bulat bila semua nilai bulat.
function indicators.sum()
  return "SUMPRODUCT(" .. indicators.range("value") .. "," .. indicators.range("units") .. ")"
end

--- Jumlah kriteria yang dijawab Ya (atau Tidak) di baris Kriteria tertentu.
local function count_answers(first, last, answer)
  local range = at(sheets.criteria, model.criterion_row(first), sheets.answer_column,
    model.criterion_row(last), sheets.answer_column)
  return "COUNTIF(" .. range .. "," .. quote(answer) .. ")"
end

--- Syarat sebuah tingkat: semua kriterianya Ya.
local function add_criteria(terms, level)
  if level.first ~= nil then
    terms[#terms + 1] = count_answers(level.first, level.last, model.yes) .. "=" .. #level.criteria
  end
end

--- Anak tangga dari butir: 1 bila semua butir tingkat itu dan semua tingkat di bawahnya diterima.
local function item_ladder(item, n, row)
  local level = item.levels[n]
  local all = count_answers(level.first_item, level.last_item, model.yes) .. "=" .. #level.items
  return "=IF(AND(" .. (n > 1 and ref(row, column.ladder + n - 2) .. "=1," or "") .. all .. "),1,0)"
end

--- Nilai dari butir: tiap tingkat yang terbuka menambah bagian butirnya yang diterima.
local function item_value(item, row)
  local first, last = item.levels[1], item.levels[#item.levels]
  local sum = { first.from }
  for n, level in ipairs(item.levels) do
    local open = n > 1 and ref(row, column.ladder + n - 2) .. "*" or ""
    sum[#sum + 1] = open .. count_answers(level.first_item, level.last_item, model.yes) .. "*" .. level.width
      .. "/" .. #level.items
  end
  return "=IF(" .. count_answers(first.first_item, last.last_item, model.yes) .. "+"
    .. count_answers(first.first_item, last.last_item, model.no) .. '=0,"",' .. table.concat(sum, "+") .. ")"
end

--- Rumus satu anak tangga: 1 bila tingkat itu dan semua tingkat di bawahnya tercapai.
local function ladder_formula(item, n, row)
  local level, below = item.levels[n], item.levels[n - 1]
  local terms = {}
  if below ~= nil then
    terms[1] = ref(row, column.ladder + n - 2) .. "=1"
    if below.baseline then
      add_criteria(terms, below)
    end
  end
  add_criteria(terms, level)
  if level.duty then
    terms[#terms + 1] = level.proven_key == nil and "1=0"
      or "COUNTIF(" .. sheets.supports .. "," .. quote("*" .. level.proven_key .. "*") .. ")>=" .. model.at_least
  end
  return "=IF(AND(" .. table.concat(terms, ",") .. "),1,0)"
end

--- Anak tangga dari nilai yang didukung saja, bila kriterianya tidak ada di dokumen.
local function plain_ladder(item, n, row)
  local level = model.to_of(model.lowest + n - 1)
  local cell = ref(row, column.supported)
  return '=IF(' .. cell .. '="",0,IF(' .. cell .. ">=" .. level .. ",1,0))",
    item.supported ~= nil and item.supported >= level and 1 or 0
end

local function draw_ladder(item, row, suffix)
  for n = 1, steps do
    local place = column.ladder + n - 1
    local level = item.live and item.levels[n]
    if level and level.baseline then
      page:number(row, place, 1, "ladder" .. suffix)
    elseif level and item.scored then
      page:formula(row, place, item_ladder(item, n, row), level.held and 1 or 0, "ladder" .. suffix)
    elseif level then
      page:formula(row, place, ladder_formula(item, n, row), level.held and 1 or 0, "ladder" .. suffix)
    else
      local formula, value = plain_ladder(item, n, row)
      page:formula(row, place, formula, value, "ladder" .. suffix)
    end
  end
end

--- Nilai yang didukung: kosong bila tidak ada jawaban, selain itu anak tangga tertinggi.
local function draw_supported(item, row, suffix)
  if item.live and item.scored then
    page:formula(row, column.supported, item_value(item, row), item.supported or "", model.value_style .. suffix)
    return
  end
  local from, to
  for _, level in ipairs(item.live and item.levels or {}) do
    from = from or level.first
    to = level.last or to
  end
  if not item.live or from == nil then
    if item.supported == nil then
      page:blank(row, column.supported, "center" .. suffix)
    else
      page:number(row, column.supported, item.supported, model.value_style .. suffix)
    end
    return
  end
  local ladder = ref(row, column.ladder, row, column.ladder + steps - 1)
  local formula = "=IF(" .. count_answers(from, to, model.yes) .. "+" .. count_answers(from, to, model.no)
    .. '=0,"",MAX(' .. model.unanswered .. "," .. (model.lowest - 1) .. "+SUM(" .. ladder .. ")))"
  page:formula(row, column.supported, formula, item.supported or "", model.value_style .. suffix)
end

--- Sel masukan: klaim atau nilai asesor.
local function draw_input(value, row, place, suffix)
  if value == nil then
    page:blank(row, place, "input" .. suffix)
  else
    page:number(row, place, value, "input" .. suffix)
  end
end

local function draw_value(item, row, suffix)
  local claimed, supported, verified = ref(row, column.claimed), ref(row, column.supported), ref(row, column.verified)
  local picked, value = item[model.basis], model.value_on(item, model.basis)
  page:formula(row, column.picked, "=IF(" .. list.basis .. "=1,IF(" .. claimed .. '="","",' .. claimed .. "),IF("
    .. list.basis .. "=2,IF(" .. supported .. '="","",' .. supported .. "),IF(" .. verified .. '="","",' .. verified .. ")))",
    picked or "", "quiet" .. suffix)
  page:formula(row, column.value, "=IF(" .. ref(row, column.picked) .. '="",' .. model.unanswered .. ","
    .. ref(row, column.picked) .. ")", value, model.value_style .. suffix)
  page:formula(row, column.engine, "=IF(" .. list.basis .. "=1," .. model.value_on(item, "claimed") .. ",IF("
    .. list.basis .. "=2," .. model.value_on(item, "supported") .. "," .. model.value_on(item, "verified") .. "))",
    value, "quiet" .. suffix)
end

--- Nama tingkat dari nilai.
local function draw_level(item, row, suffix)
  local names = list.level_names[item.data.kind or ""]
  if names == nil then
    page:text(row, column.level, item.data.level_name or "", "small" .. suffix)
    return
  end
  page:formula(row, column.level, "=INDEX(" .. names .. ",MATCH(" .. ref(row, column.value) .. ","
    .. list.levels .. ",1))", item.data.level_name, "center" .. suffix)
end

--- Alasan mesin, sebagai kalimat.
local function why_of(item)
  local parts, unmet = {}, false
  for _, reason in ipairs(item.data.reasons or {}) do
    local repeats = reason.code == "baseline" or (reason.code == "no_evidence" and unmet)
    if not repeats then
      parts[#parts + 1] = model.sentence(reason.text)
    end
    unmet = unmet or reason.code == "unmet" or reason.code == "unanswered"
  end
  if not item.live and item.levels ~= nil then
    parts[#parts + 1] = _("The supported value was computed by the engine.")
  end
  return cut(table.concat(parts, " "), 900)
end

local function draw_row(item)
  local row = model.indicator_row(item)
  local suffix = item.place == item.aspect.first and "_first" or ""
  local why = why_of(item)
  page:text(row, column.code, item.data.id, "bold" .. suffix)
  page:text(row, column.name, item.data.short_name or item.data.name, "cell" .. suffix)
  page:text(row, column.aspect, item.aspect.data.id, "center" .. suffix)
  draw_input(item.claimed, row, column.claimed, suffix)
  draw_supported(item, row, suffix)
  draw_input(item.verified, row, column.verified, suffix)
  draw_value(item, row, suffix)
  draw_level(item, row, suffix)
  draw_ladder(item, row, suffix)
  page:number(row, column.weight, item.data.weight, "two" .. suffix)
  page:formula(row, column.share, "=" .. ref(row, column.value) .. "*" .. ref(row, column.units) .. "/" .. model.units,
    exact(item.data.contribution), "three" .. suffix)
  page:text(row, column.why, why, "small" .. suffix)
  page:number(row, column.units, item.data.units, "quiet" .. suffix)
  page:text(row, column.official, item.data.name, "small" .. suffix)
  page:row(row, math.max(look.height(lines(why, 62, 8), 8), look.height(math.max(
    lines(item.data.short_name or item.data.name, 32, 9), lines(item.data.level_name or "", 15, 9)))))
end

local function headings()
  local titles = { _("Code"), _("Indicator"), _("Aspect"), _("Claimed"), _("Supported"), _("Verified"), _("Value"), _("Level") }
  for level = model.lowest, model.highest do
    titles[#titles + 1] = tostring(level)
  end
  for _, title in ipairs({ _("Weight (%)"), _("Contribution"), _("What holds it back"), _("Units"), _("Picked"),
    _("Engine"), _("Official name") }) do
    titles[#titles + 1] = title
  end
  return titles
end

local function draw_total()
  local row = indicators.last + 1
  page:fill(row, 1, row, column.why, "row_domain")
  page:text(row, column.name, _("Index"), "row_domain")
  page:formula(row, column.value, "=" .. indicators.sum() .. "/" .. model.units, model.index_of(model.basis), "row_domain_two")
  page:formula(row, column.weight, "=SUM(" .. ref(indicators.first, column.weight, indicators.last, column.weight) .. ")",
    100, "row_domain_two")
  page:formula(row, column.share, "=SUM(" .. ref(indicators.first, column.share, indicators.last, column.share) .. ")",
    model.index_of(model.basis), "row_domain_two")
  page:row(row, 18)
end

local function draw_rules()
  local first, last = indicators.first, indicators.last
  local allowed = { least = model.lowest, most = model.highest, whole = not model.fractional,
    title = _("A level"), message = _("Type a level, or leave the cell empty."),
    error_title = _("Not a level"), error_message = _("Only a number of the scale fits here.") }
  page:choice(first, column.claimed, last, column.claimed, allowed)
  page:choice(first, column.verified, last, column.verified, allowed)
  page:condition(first, column.claimed, last, column.claimed, { style = "warn", formula = '=AND(' .. "$"
    .. ref(first, column.claimed) .. '<>"",$' .. ref(first, column.supported) .. '<>"",$' .. ref(first, column.claimed)
    .. ">$" .. ref(first, column.supported) .. ")" })
  for level = model.lowest, model.highest do
    local n = 1
    for place in ipairs(look.steps) do
      if look.step_of(look.steps, level - model.lowest + 1, steps) == look.steps[place] then
        n = place
      end
    end
    page:condition(first, column.value, last, column.level, { style = "level_" .. n,
      formula = "=AND($" .. ref(first, column.value) .. ">=" .. model.from_of(level) .. ",$" .. ref(first, column.value)
        .. "<" .. (level < model.highest and model.from_of(level + 1) or model.highest + 1) .. ")" })
  end
end

local function set_widths()
  for _, width in ipairs({ { "code", 6 }, { "name", 32 }, { "aspect", 7 }, { "claimed", 8 }, { "supported", 9.5 },
    { "verified", 12 }, { "value", 7 }, { "level", 15 }, { "weight", 9 }, { "share", 12 }, { "why", 62 },
    { "units", 8 }, { "picked", 8 }, { "engine", 8 }, { "official", 60 } }) do
    page:columns(column[width[1]], column[width[1]], width[2])
  end
  page:columns(column.ladder, column.ladder + steps - 1, 3.4)
end

function indicators.draw()
  set_widths()
  look.band(page, column.why, _("Indicators"), sheets.subtitle)
  page:merge(4, 1, 4, column.why, _("Yellow cells can be changed; everything else follows. Dots show which levels answers and evidence bear out."), "muted")
  page:row(4, 16)
  page:row(5, 30)
  page:table(model.head_row, 1, indicators.last, column.official,
    { name = "Indikator", columns = headings(), header = "head_center", filter = false })
  for _, item in ipairs(model.indicators) do
    draw_row(item)
  end
  draw_total()
  draw_rules()
  page:view({ freeze_row = model.first_row, freeze_column = 3, zoom = 100, tab = look.color.teal })
  page:page({ landscape = true, fit_width = 1, fit_height = 0, left = 10, right = 10, top = 12, bottom = 16,
    repeat_first = 1, repeat_last = model.head_row, area = { 1, 1, indicators.last + 1, column.why },
    footer_left = sheets.footer, footer_right = _("Page {page} of {pages}") })
  page:protect()
end

return indicators
