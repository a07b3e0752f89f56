--- Lembar Rencana Aksi: satu baris tiap langkah, menurut urutan kerja: apa, bukti apa, siapa, kapan, dan hasilnya.

local look = include("laporan/gaya.lua")
local model = include("rencana/model.lua")
local sheets = include("rencana/lembar.lua")

local page = sheets.steps
local last = sheets.status
local widths = { 4.5, 20, 5.5, 5.5, 42, 32, 12, 8, 6.5, 11, 11, 9, 8, 16, 11 }

--- Kriteria yang harus dipenuhi; yang sudah dijawab Ya ditandai.
local function criteria_of(step)
  local parts = {}
  if step.data.what ~= "" then
    parts[1] = step.data.what:sub(1, 1):upper() .. step.data.what:sub(2) .. ":"
  end
  for _, criterion in ipairs(step.data.criteria) do
    parts[#parts + 1] = (criterion.answer == "yes" and "✓ " or "○ ") .. criterion.text
  end
  if #step.data.levels_owed > 0 then
    parts[#parts + 1] = _("Also owed, not borne out yet: level") .. " " .. table.concat(step.data.levels_owed, ", ")
  end
  return cut(table.concat(parts, "\n"), 1800)
end

--- Bukti yang diterima asesor, dan berapa yang sudah ada.
local function evidence_of(step)
  local parts = {}
  for _, text in ipairs(#step.data.items == 0 and step.data.evidence or {}) do
    parts[#parts + 1] = "• " .. text
  end
  for _, item in ipairs(step.data.items) do
    parts[#parts + 1] = (item.answer == "yes" and "✓ " or "○ ") .. item.text
  end
  if step.data.note ~= nil then
    parts[#parts + 1] = step.data.note
  end
  if step.data.evidence_given > 0 then
    parts[#parts + 1] = string.format(_("already attached: %d"), step.data.evidence_given)
  elseif #parts == 0 and step.data.evidence_due then
    parts[1] = _("at least one document that supports a criterion of the level")
  end
  return cut(table.concat(parts, "\n"), 1400)
end

--- Mulai dan selesai: tanggal bila ada hari sasaran, selain itu bulan ke berapa.
local function draw_time(step, row)
  if model.dated then
    page:number(row, 10, model.serial(step.data.start), "day")
    page:number(row, 11, model.serial(step.data["end"]), "day")
  else
    page:number(row, 10, step.first, "whole")
    page:number(row, 11, model.months - step.data.ends_before, "whole")
  end
end

local function draw_step(n, step)
  local row = model.first_row + n - 1
  local name = step.data.indicator .. "  " .. step.data.short_name
  local criteria, evidence = criteria_of(step), evidence_of(step)
  local before = n == 1 and sheets.before or ref(row - 1, sheets.index)
  page:cells(row, 1, { n, name }, { "whole", "bold" })
  page:cells(row, 3, { step.from, step.to }, "value")
  page:cells(row, 5, { criteria, evidence, cut(step.data.unit or "–", 60) }, { "small", "small", "center" })
  page:cells(row, 8, { step.cost, step.data.months }, { "cost", "whole" })
  draw_time(step, row)
  page:number(row, 12, step.data.gain, "gain")
  page:formula(row, 13, "=" .. before .. "+" .. ref(row, 12), exact(step.data.index.exact), "running")
  page:blank(row, 14, "input_left")
  page:blank(row, 15, "input")
  page:row(row, math.max(look.height(math.max(lines(criteria, widths[5], 8), lines(evidence, widths[6], 8)), 8),
    look.height(lines(name, widths[2], 9, true))))
end

local function draw_heads()
  local start, finish = _("Begin in month"), _("Done in month")
  if model.dated then
    start, finish = _("Begin by"), _("Done by")
  end
  local cost = model.unit == "" and _("Cost") or _("Cost") .. " (" .. model.unit .. ")"
  page:cells(5, 1, { _("No."), _("Indicator"), _("From"), _("To"), _("Criteria to be met (ticked: answered yes)"), _("Evidence needed"),
    _("Unit"), cost, _("Months"), start, finish, _("Adds to the index"), _("Index then"), _("Responsible"), _("State") }, "head_center")
  page:row(5, 40)
end

local function draw_total()
  local row, first, bottom = model.last_row + 1, model.first_row, model.last_row
  page:fill(row, 1, row, last, "total")
  page:text(row, 2, _("All steps"), "total")
  page:formula(row, sheets.cost, "=SUM(" .. ref(first, sheets.cost, bottom, sheets.cost) .. ")", exact(report.total.cost), "total_cost")
  page:number(row, 9, model.months, "total_cost")
  page:formula(row, sheets.gain, "=SUM(" .. ref(first, sheets.gain, bottom, sheets.gain) .. ")",
    exact(report.after.exact) - exact(report.before.exact), "total_gain")
  page:formula(row, sheets.index, "=" .. ref(bottom, sheets.index), exact(report.after.exact), "total_index")
  page:row(row, 20)
end

local steps = {}

function steps.draw()
  for column, width in ipairs(widths) do
    page:columns(column, column, width)
  end
  look.band(page, last, _("Action plan: steps in the order of work"), cut(model.title, 240))
  page:merge(4, 1, 4, last, _("What must begin first stands first. Yellow cells are yours: who is responsible, and how far a step has come; the summary and the schedule follow."), "muted")
  page:row(4, 16)
  draw_heads()
  for n, step in ipairs(model.steps) do
    draw_step(n, step)
  end
  draw_total()
  page:choice(model.first_row, sheets.status, model.last_row, sheets.status, { list = "=" .. sheets.states_range,
    title = _("State"), message = _("Choose from the list."), error_title = _("Not a state"), error_message = _("Choose from the list.") })
  page:condition(model.first_row, sheets.status, model.last_row, sheets.status, { equal = sheets.done, style = "level_4" })
  page:condition(model.first_row, sheets.status, model.last_row, sheets.status, { equal = sheets.states[2], style = "level_2" })
  page:view({ freeze_row = 6, freeze_column = 3, tab = look.color.teal })
  page:page({ landscape = true, fit_width = 1, fit_height = 0, left = 8, right = 8, top = 10, bottom = 14, repeat_first = 1,
    repeat_last = 5, footer_left = cut(model.title, 80), footer_right = _("Page {page} of {pages}") })
end

return steps
