--- Hasil LHE: kotak indeks dan predikat, radar aspek, tabel nilai, kekuatan dan kelemahan, rekomendasi.

local base = include("naskah/dasar.lua")
local model = base.model
local result_pages = {}
local result, values, w, page

--- Kotak kepala: instansi, indeks, predikat.
local function draw_box()
  local index = result.index
  page:merge(w.row, 1, w.row, w.last, base.agency, "box_name")
  w.tall(w.row, math.max(24, w.height(base.agency, 14, 1, w.last, true)))
  page:merge(w.row + 1, 1, w.row + 1, 3, base.words.index:upper() .. " " .. report.assessment.year, "box_label")
  page:merge(w.row + 1, 4, w.row + 1, w.last, _("PREDICATE"), "box_label")
  page:merge(w.row + 2, 1, w.row + 2, 3, "", "box_number")
  page:formula(w.row + 2, 1, values.index(), exact(index.exact), "box_number")
  page:merge(w.row + 2, 4, w.row + 2, w.last, index.predicate, "box_word")
  page:merge(w.row + 3, 1, w.row + 3, w.last, base.basis_names[result.basis] .. " · "
    .. string.format(_("%d of %d indicators have a value"), index.given, index.of), "box_note")
  w.tall(w.row + 1, 18)
  w.tall(w.row + 2, 44)
  w.tall(w.row + 3, 16)
  w.row = w.row + 4
  w.incomplete(index)
end

local axis = { least = 0, most = model.highest, step = 1, gridlines = true, format = "0", size = 8 }

--- Kalimat pengganti diagram bagi pembaca layar.
local function describe()
  local parts = {}
  for _, aspect in ipairs(model.aspects) do
    parts[#parts + 1] = aspect.data.name .. " " .. base.number(aspect.data.exact)
  end
  return cut(_("Radar of the aspects") .. ": " .. table.concat(parts, "; "), 250)
end

--- Radar aspek: target dan indeks, dari kolom-kolom di kanan halaman cetak.
local function draw_radar()
  local from, chart = w.row, w.last + 2
  for n, aspect in ipairs(model.aspects) do
    local row = from + n - 1
    page:text(row, chart, aspect.data.id .. " " .. base.short(aspect.data.name, 34), "muted")
    page:formula(row, chart + 1, values.mean(aspect), base.group_value(aspect.data, result.basis) or aspect.value, "muted")
    if values.target ~= nil then
      page:number(row, chart + 2, values.target, "muted")
    end
  end
  local to = from + #model.aspects - 1
  local categories = "=" .. at(page, from, chart, to, chart)
  local series = {}
  if values.target ~= nil then
    series[1] = { name = _("Target"), categories = categories, values = "=" .. at(page, from, chart + 2, to, chart + 2),
      color = base.look.color.gold, line = 1.75, dashed = true }
  end
  series[#series + 1] = { name = _("Index"), categories = categories, values = "=" .. at(page, from, chart + 1, to, chart + 1),
    color = base.look.color.navy, line = 2.5, marker = true }
  page:chart(from, 1, { kind = "radar", width = 600, height = 330, x = 4, y = 4, font = "Arial", legend = "bottom",
    description = describe(), value = axis, category = { size = 9 }, series = series })
  for row = from, from + 13 do
    w.tall(row, 18.5)
  end
  w.row = from + 14
end

--- Nilai tahun lalu di kolom terakhir, bila ada.
local function draw_former(value, number)
  if base.former == nil then
    return
  elseif value ~= nil then
    page:number(w.row, 7, value, number)
  else
    page:text(w.row, 7, "–", number)
  end
end

local function draw_group(group, style_name, number)
  w.put(w.row, 1, 4, group.data.name, style_name)
  page:number(w.row, 5, group.data.weight, number)
  page:formula(w.row, 6, values.mean(group), base.group_value(group.data, result.basis) or group.value, number)
  draw_former(base.former and base.former.values[group.data.id], number)
  w.tall(w.row, 15)
  w.row = w.row + 1
end

local function draw_table()
  w.head({ { base.group_title, 1, 4 }, { _("Weight (%)"), 5, 5 }, { _("Index"), 6, 6 },
    base.former and { base.former.title, 7, 7 } or nil })
  for _, domain in ipairs(model.domains) do
    draw_group(domain, "grid_bold", "grid_bold_two")
    for _, aspect in ipairs(domain.aspects) do
      draw_group(aspect, "grid_indent", "grid_two")
    end
  end
  for _, aspect in ipairs(#model.domains == 0 and model.aspects or {}) do
    draw_group(aspect, "grid", "grid_two")
  end
  w.put(w.row, 1, 4, base.words.index, "grid_bold")
  page:number(w.row, 5, 100, "grid_bold_two")
  page:formula(w.row, 6, values.index(), exact(result.index.exact), "grid_bold_two")
  draw_former(base.former and base.former.index, "grid_bold_two")
  w.tall(w.row, 18)
  w.row = w.row + 1
end

-- ---- kekuatan, kelemahan, rekomendasi ------------------------------------------------------------------

local letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

--- Tingkat yang memuat sebuah nilai.
local function level_of(value)
  local found = model.lowest
  for level = model.lowest, model.highest do
    if value >= model.from_of(level) then
      found = level
    end
  end
  return found
end

--- Indikator sebuah aspek yang tingkatnya diterima, terurut.
local function names_of(aspect, accept, before)
  local found, parts = {}, {}
  for place = aspect.first, aspect.last do
    local item = model.indicators[place]
    if accept(level_of(values.value_of(item))) then
      found[#found + 1] = item
    end
  end
  table.sort(found, function(one, other)
    local value, other_value = values.value_of(one), values.value_of(other)
    if value ~= other_value then
      return before(value, other_value)
    end
    return one.place < other.place
  end)
  for n, item in ipairs(found) do
    parts[n] = item.data.id .. " " .. (item.data.short_name or item.data.name) .. " ("
      .. decimal(tostring(values.value_of(item)), model.fractional and 2 or 0) .. ")"
  end
  return #parts > 0 and table.concat(parts, "\n") or "–"
end

local function draw_aspect(n, aspect)
  w.block()
  local strong, weak = report.scale.strength_from, report.scale.weakness_to
  if strong > model.highest then -- aturan tidak menyebutnya
    strong, weak = model.highest - 1, model.lowest + 1
  end
  local strengths = names_of(aspect, function(level) return level >= strong end, function(one, other) return one > other end)
  local weaknesses = names_of(aspect, function(level) return level <= weak end, function(one, other) return one < other end)
  w.text(letters:sub(n, n) .. ". " .. aspect.data.name, "grid_bold", 9, nil, true)
  page:merge(w.row, 1, w.row, 3, strengths, "grid_top")
  page:merge(w.row, 4, w.row, 6, weaknesses, "grid_top")
  w.tall(w.row, math.min(400, math.max(w.height(strengths, 9, 1, 3), w.height(weaknesses, 9, 4, 6))))
  w.row = w.row + 1
end

--- Aspek bernilai terbaik atau terlemah, sebagai petunjuk pengisian.
local function named(hint, better)
  local best = base.extreme(result.basis, better)
  return best == nil and hint or hint .. ": " .. best.name .. " (" .. base.number(base.group_exact(best, result.basis)) .. ")"
end

--- Lembar tersendiri: kepala tabel kekuatan diulang di tiap halaman lembarnya.
local function draw_recommendation(sheet_of_advice)
  page = sheet_of_advice
  w = base.writer(page, { 16, 14, 14, 16, 14, 14 })
  w.section(_("Recommendation"))
  for i, part in ipairs({ { _("Summary"), _("summary of the recommendation") },
    { _("Strong point"), named(_("what the best aspect shows"), function(one, other) return one > other end) },
    { _("Weak point"), named(_("what the weakest aspect needs"), function(one, other) return one < other end) },
    { _("Appreciation or advice"), _("appreciation or advice") } }) do
    w.entry(part[1], part[2], 3, 90)
  end
  w.close({ tab = base.look.color.teal })
end

local function draw_strengths(sheet_of_strengths)
  page = sheet_of_strengths
  style("grid_top", { base = "grid", valign = "top" })
  w = base.writer(page, { 16, 14, 14, 16, 14, 14 })
  w.section(_("Strengths and weaknesses by aspect"))
  local head = w.row
  w.head({ { _("Strengths"), 1, 3 }, { _("Weaknesses"), 4, 6 } })
  for n, aspect in ipairs(model.aspects) do
    draw_aspect(n, aspect)
  end
  w.close({ tab = base.look.color.teal, repeat_first = head, repeat_last = head })
end

function result_pages.draw(sheets, of, value_pages)
  result, values, page = of, value_pages, sheets.result
  style("box_name", { base = "body_center", size = 14, bold = true, color = base.look.color.white, fill = base.look.color.navy })
  w = base.writer(page, base.former and { 14, 13, 13, 18, 10, 10, 10 } or { 16, 14, 14, 20, 12, 12 })
  w.section(_("Result"))
  draw_box()
  w.space(6)
  draw_radar()
  draw_table()
  w.space(6)
  w.text(base.origin(), "paper_small", 8)
  w.close({ fit_height = 1, tab = base.look.color.navy })
  draw_strengths(sheets.strengths)
  draw_recommendation(sheets.advice)
end

return result_pages
