--- Lembar Jadwal: bulan demi bulan, dihitung dari bulan mulai dan lama yang boleh digeser; indeks pada akhir tiap bulan.

local look = include("laporan/gaya.lua")
local model = include("rencana/model.lua")
local sheets = include("rencana/lembar.lua")

local page = sheets.schedule
sheets.month_row = 5
local most = 60 -- kolom waktu; yang lebih panjang memakai beberapa bulan tiap kolom
local start, length, finish, state, first = 4, 5, 6, 7, 8
local span = math.max(1, math.ceil(model.months / most)) -- bulan tiap kolom
local count = math.max(1, math.ceil(model.months / span))
local last = first + count - 1

style("month", { base = "head_center", size = 7 })
style("calendar", { base = "muted", align = "center", rotation = 90, bottom = "hair", line_color = look.color.line })
style("slot", { left = "hair", bottom = "hair", line_color = look.color.line })
style("running_bar", { fill = look.color.teal })
style("done_bar", { fill = "#8FBFA6" })
style("input_month", { base = "input", format = "0" })
style("load", { base = "center", size = 8, format = '0;;"–"' })
style("index_then", { base = "center", size = 7, bold = true, format = "0.00" })
style("label_right", { base = "plain", align = "right", size = 8, color = look.color.muted })

local function letters(column)
  return ref(1, column):sub(1, -2)
end

--- Bulan ke berapa, dan di atasnya bulan kalender tempat ia berakhir.
local function draw_calendar()
  for n = 1, count do
    local month = math.min(n * span, model.months)
    page:number(sheets.month_row, first + n - 1, month, "month")
    if model.dated then
      local year, of = model.month_of(month)
      page:text(4, first + n - 1, string.format("%02d/%d", of, year), "calendar")
    end
  end
  page:row(4, model.dated and 42 or 16)
end

local function draw_step(n, step)
  local row = model.first_row + n - 1
  local name = step.data.indicator .. "  " .. step.data.short_name
  page:cells(row, 1, { n, name }, { "whole", "cell" })
  page:text(row, 3, decimal(step.data.from, model.fractional and 2 or 0) .. " → " .. decimal(step.data.to, model.fractional and 2 or 0), "center")
  page:number(row, start, step.first, "input_month")
  page:number(row, length, step.data.months, "input_month")
  page:formula(row, finish, "=" .. ref(row, start) .. "+" .. ref(row, length) .. "-1", step.first + step.data.months - 1, "whole")
  page:formula(row, state, '=IF(' .. at(sheets.steps, row, sheets.status) .. '="","–",' .. at(sheets.steps, row, sheets.status) .. ")", "–", "small")
  page:fill(row, first, row, last, "slot")
  page:row(row, look.height(lines(name, 30, 9)))
end

--- Batang: bulan kolom ini berada di antara mulai dan selesai.
local function draw_bars()
  local row, column = model.first_row, letters(first)
  local within = "$" .. ref(row, start) .. "<=" .. column .. "$" .. sheets.month_row .. ",$" .. ref(row, finish) .. ">"
    .. column .. "$" .. sheets.month_row .. "-" .. span
  page:condition(row, first, model.last_row, last, { formula = "=AND($" .. ref(row, state) .. "=" .. quote(sheets.done) .. "," .. within .. ")", style = "done_bar" })
  page:condition(row, first, model.last_row, last, { formula = "=AND(" .. within .. ")", style = "running_bar" })
end

--- Berapa langkah berjalan, dan indeks pada akhir kolom.
local function draw_sums()
  local row = model.last_row + 1
  page:merge(row, 2, row, state, _("Steps at work"), "label_right")
  page:merge(row + 1, 2, row + 1, state, _("Index at the end"), "label_right")
  local from, to = fixed(model.first_row, start, model.last_row, start), fixed(model.first_row, finish, model.last_row, finish)
  for n = 1, count do
    local month, column = math.min(n * span, model.months), first + n - 1
    local busy, index = 0, exact(report.before.exact)
    for _, step in ipairs(model.steps) do
      local done = step.first + step.data.months - 1
      busy = busy + (step.first <= month and done > month - span and 1 or 0)
      index = index + (done <= month and step.gain or 0)
    end
    local cell = ref(sheets.month_row, column)
    page:formula(row, column, "=SUMPRODUCT((" .. from .. "<=" .. cell .. ")*(" .. to .. ">" .. cell .. "-" .. span .. "))", busy, "load")
    page:formula(row + 1, column, "=" .. sheets.before .. "+SUMPRODUCT((" .. to .. "<=" .. cell .. ")*" .. model.range(sheets.steps, sheets.gain) .. ")", index, "index_then")
  end
  return row + 1
end

local schedule = {}

function schedule.draw()
  for column, width in ipairs({ 5, 30, 9, 7.5, 7, 8, 12 }) do
    page:columns(column, column, width)
  end
  page:columns(first, last, count > 24 and 3.6 or 4.6)
  look.band(page, last, _("Schedule"), cut(model.title, 240))
  page:merge(4, 1, 4, finish, model.dated and string.format(_("Months count to %s; all is begun as late as possible."), model.day(report.by))
    or _("Months of work from the first; all is begun as late as possible."), "muted")
  page:cells(5, 1, { _("No."), _("Indicator"), _("From, to"), _("Begin in month"), _("Months"), _("Done in month"), _("State") }, "head_center")
  page:row(5, 30)
  draw_calendar()
  for n, step in ipairs(model.steps) do
    draw_step(n, step)
  end
  draw_bars()
  local bottom = draw_sums()
  page:view({ freeze_row = 6, freeze_column = first, tab = look.color.gold, gridlines = false })
  page:page({ landscape = true, fit_width = 1, fit_height = 0, left = 8, right = 8, top = 10, bottom = 14, repeat_first = 1,
    repeat_last = 5, area = { 1, 1, bottom, last }, footer_left = cut(model.title, 80), footer_right = _("Page {page} of {pages}") })
end

return schedule
