--- Lembar Rencana Lain: rencana ini bersanding dengan yang termurah tanpa salah satu langkahnya, dan yang tertahan.

local look = include("laporan/gaya.lua")
local model = include("rencana/model.lua")
local sheets = include("rencana/lembar.lua")

local page = sheets.others
local last = 5
local why = include("rencana/alasan.lua")

style("other", { base = "value", bold = true, fill = look.color.input })

--- Semua indikator yang naik pada salah satu dari keduanya, menurut kodenya.
local function moved()
  local goals, list, seen = model.goals(), {}, {}
  for _, raise in ipairs(report.next.raises) do
    local goal = goals[raise.indicator]
    list[#list + 1] = { id = raise.indicator, name = raise.short_name, from = exact(raise.from),
      ours = goal and goal.to or exact(raise.from), theirs = exact(raise.to) }
    seen[raise.indicator] = true
  end
  for _, step in ipairs(model.steps) do
    local id = step.data.indicator
    if not seen[id] then
      list[#list + 1] = { id = id, name = step.data.short_name, from = goals[id].from, ours = goals[id].to, theirs = goals[id].from }
      seen[id] = true
    end
  end
  table.sort(list, function(one, other) return one.id < other.id end)
  return list
end

local function draw_next(row)
  page:merge(row, 1, row, last, _("Beside the next best plan"), "section")
  if report.next == nil then
    page:merge(row + 1, 1, row + 1, last, _("There is no other plan, or none that could be proven."), "plain")
    return row + 2
  end
  local same = report.next.cost == report.total.cost
  local text = same and _("It costs as much; choose freely between them.")
    or string.format(_("It costs %s instead of %s."), model.cost(report.next.cost), model.cost(report.total.cost))
  page:merge(row + 1, 1, row + 1, last, _("The cheapest plan that does without at least one of these steps.") .. " " .. text .. " " .. _("Rows that differ are yellow."), "muted")
  row = row + 2
  page:cells(row, 1, { _("Code"), _("Indicator"), _("Now"), _("This plan"), _("Next best") }, "head_center")
  page:row(row, 18)
  for _, entry in ipairs(moved()) do
    row = row + 1
    local differs = entry.ours ~= entry.theirs
    page:cells(row, 1, { entry.id, entry.name }, { "center", "cell" })
    page:number(row, 3, entry.from, "value")
    page:number(row, 4, entry.ours, differs and "other" or "value")
    page:number(row, 5, entry.theirs, differs and "other" or "value")
  end
  return row + 1
end

local function draw_blocked(row)
  if #report.blocked == 0 then
    return row
  end
  page:row(row, 8)
  page:merge(row + 1, 1, row + 1, last, _("What cannot rise to its highest level"), "section")
  row = row + 1
  for _, entry in ipairs(report.blocked) do
    row = row + 1
    page:cells(row, 1, { entry.indicator, entry.short_name }, { "center", "cell" })
    page:merge(row, 3, row, last, why[entry.why], "cell")
  end
  return row + 1
end

local others = {}

function others.draw()
  for column, width in ipairs({ 8, 46, 14, 14, 14 }) do
    page:columns(column, column, width)
  end
  look.band(page, last, _("Other plans"), cut(model.title, 240))
  page:row(4, 8)
  local row = draw_next(5)
  draw_blocked(row)
  page:view({ tab = look.color.muted, gridlines = false })
  page:page({ fit_width = 1, fit_height = 0, center = true, left = 10, right = 10, top = 10, bottom = 14,
    footer_left = cut(model.title, 80), footer_right = _("Page {page} of {pages}") })
end

return others
