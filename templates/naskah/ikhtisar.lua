--- Ikhtisar laporan asesor: tiga indeks berdampingan, domain dan aspek pada tiap dasar, keadaan tiap indikator.

local base = include("naskah/dasar.lua")
local place = include("naskah/indikator.lua")
local model = base.model
local overview = {}
local w, page, items_head

local bases = { "claimed", "supported", "verified" }
local boxes = { { 1, 2 }, { 3, 4 }, { 5, 7 } }
local titles = { claimed = _("Claimed"), supported = _("Supported"), verified = _("Verified") }
local outcomes = { rated = _("rated"), not_rated = _("not rated"), conflict = _("claim above the answers"),
  unproven = _("met, but unproven") }

local function draw_head()
  w.text(_("Assessor's report"):upper(), "paper_title", 14, nil, true)
  w.text(base.agency .. " · " .. report.assessment.year, "paper_subtitle", 11, nil, true)
  w.text(base.rules(), "center_small", 9)
  w.space(8)
end

--- Satu kotak tiap dasar; yang tanpa data dikatakan demikian.
local function draw_boxes()
  for n, name in ipairs(bases) do
    local from, to, index = boxes[n][1], boxes[n][2], report.indexes[name]
    local main = name == report.basis and " · " .. _("main basis") or ""
    page:merge(w.row, from, w.row, to, titles[name]:upper() .. main, "box_label")
    page:merge(w.row + 1, from, w.row + 1, to, "–", "box_number")
    local text = _("no data")
    if index ~= nil then
      page:number(w.row + 1, from, index.exact, "box_number")
      text = index.predicate .. " · " .. index.given .. "/" .. index.of .. " " .. _("indicators")
    end
    page:merge(w.row + 2, from, w.row + 2, to, text, "box_note")
  end
  w.tall(w.row, 18)
  w.tall(w.row + 1, 40)
  w.tall(w.row + 2, 16)
  w.row = w.row + 3
  w.incomplete(report.index)
end

local function draw_group(data, style_name, number)
  page:merge(w.row, 1, w.row, 3, data.name, style_name)
  page:number(w.row, 4, data.weight, number)
  for n, name in ipairs(bases) do
    local value = report.indexes[name] ~= nil and base.group_value(data, name) or nil
    if value ~= nil then
      page:number(w.row, 4 + n, value, number)
    else
      page:text(w.row, 4 + n, "–", number)
    end
  end
  w.tall(w.row, 15)
  w.row = w.row + 1
end

local function draw_groups()
  w.section(base.group_title)
  w.head({ { base.group_title, 1, 3 }, { _("Weight (%)"), 4, 4 }, { titles.claimed, 5, 5 }, { titles.supported, 6, 6 },
    { titles.verified, 7, 7 } })
  for _, domain in ipairs(model.domains) do
    draw_group(domain.data, "grid_bold", "grid_bold_two")
    for _, aspect in ipairs(domain.aspects) do
      draw_group(aspect.data, "grid_indent", "grid_two")
    end
  end
  if #model.domains == 0 then
    for _, aspect in ipairs(model.aspects) do
      draw_group(aspect.data, "grid", "grid_two")
    end
  end
end

--- Berapa peringatan menyebut tiap indikator.
local function count_problems()
  local counts = {}
  for _, problem in ipairs(report.problems) do
    local id = place.owner(problem.where)
    if id ~= nil then
      counts[id] = (counts[id] or 0) + 1
    end
  end
  return counts
end

local function draw_item(item, sheet_of_items, problems)
  local data, row = item.data, w.row
  local name, state = data.short_name or data.name, outcomes[data.outcome] or data.outcome
  page:link(row, 1, sheet_of_items, place.row_of(item), 1, data.id, "grid_link")
  page:text(row, 2, name, "grid")
  page:text(row, 3, state, data.outcome == "rated" and "grid_small" or "grid_warn")
  if problems ~= nil then
    page:number(row, 4, problems, "grid_whole")
  else
    page:blank(row, 4, "grid")
  end
  for n, key in ipairs(bases) do
    if item[key] ~= nil then
      page:number(row, 4 + n, item[key], model.fractional and "grid_two" or "grid_whole")
    else
      page:text(row, 4 + n, "–", "grid_center")
    end
  end
  w.tall(row, math.max(15, w.height(name, 9, 2, 2), w.height(state, 8, 3, 3, true)))
  w.row = row + 1
end

local function draw_items(sheet_of_items)
  local counts = count_problems()
  w.section(_("Indicators"))
  items_head = w.row
  w.head({ { _("Code"), 1, 1 }, { _("Indicator"), 2, 2 }, { _("State"), 3, 3 }, { _("Warnings"), 4, 4 },
    { titles.claimed, 5, 5 }, { titles.supported, 6, 6 }, { titles.verified, 7, 7 } })
  for _, item in ipairs(model.indicators) do
    draw_item(item, sheet_of_items, counts[item.data.id])
  end
  w.space(6)
  w.text(base.origin(), "paper_small", 8)
end

--- Pertanyaan umum dengan jawabannya.
local function draw_questions()
  if report.questions == nil or #report.questions == 0 then
    return
  end
  w.section(_("General questions"))
  for i, question in ipairs(report.questions) do
    local answer = question.answer
    w.text(question.id .. "  " .. question.text, "grid_bold", 9, nil, true)
    w.text(answer ~= nil and answer ~= "" and answer or _("not answered"), "grid", 9)
  end
end

function overview.draw(sheets)
  page = sheets.overview
  style("center_small", { base = "body_center", size = 9, color = base.look.color.muted })
  style("grid_warn", { base = "grid", size = 8, bold = true, color = base.look.color.bad })
  style("grid_link", { base = "grid_center", color = base.look.color.teal, underline = true })
  w = base.writer(page, { 7, 33, 20, 11, 11, 11, 13 })
  draw_head()
  draw_boxes()
  draw_groups()
  draw_items(sheets.indicators)
  draw_questions()
  w.close({ active = true, margin = 12, top = 12, repeat_first = items_head, repeat_last = items_head })
end

return overview
