--- Dampak overlay: indeks dan predikat setiap penilaian sebelum dan sesudahnya, dan perubahan mana sebabnya.
-- Dokumen: spbe-impact/1 (lihat core/impact_report.h).

local look = include("laporan/gaya.lua")
local names = {}
for i, overlay in ipairs(report.rules.overlays) do
  names[i] = overlay.id .. ": " .. cut(overlay.title, 120)
end
local title = table.concat(names, " + ")
about(_("Effect of overlays"), cut(title, 200))

style("delta", { base = "center", format = '+0.0000;-0.0000;0' })
style("shift", { base = "delta", bold = true })
style("other", { base = "center", bold = true, color = look.color.bad })

--- Kepala lembar: judul, keterangan, dan nama kolom di baris 4.
local function draw_head(page, note, heads, widths)
  for column, width in ipairs(widths) do
    page:columns(column, column, width)
  end
  page:merge(1, 1, 1, #heads, cut(title, 250), "band_sheet")
  page:row(1, 26)
  page:merge(2, 1, 2, #heads, note, "band_note")
  page:row(2, 30)
  page:row(3, 6)
  for column, text in ipairs(heads) do
    page:text(4, column, text, "head_center")
  end
  page:row(4, 30)
end

local function finish(page, last, columns, tab, active)
  page:filter(4, 1, math.max(last, 5), columns)
  page:view({ freeze_row = 4, tab = tab, active = active })
  page:page({ landscape = true, fit_width = 1, fit_height = 0, left = 10, right = 10, top = 12, bottom = 16,
    repeat_first = 1, repeat_last = 4, footer_left = cut(title, 80), footer_right = _("Page {page} of {pages}") })
  page:protect()
end

--- "[1] +0.02; [2] I22 3 → 2 -0.05"
local function causes(entry)
  local parts = {}
  for i, move in ipairs(entry.moves) do
    local text = "[" .. move.step .. "]"
    for k, level in ipairs(move.levels) do
      text = text .. " " .. level.indicator .. " " .. level.from .. "→" .. level.to
    end
    parts[i] = text .. " " .. decimal(move.delta, 4)
  end
  return cut(table.concat(parts, "; "), 4000)
end

local function draw_assessments()
  local page = sheet(_("Effect"))
  local heads = { _("No."), _("Agency"), _("Year"), _("Basis"), _("Given"), _("Before"), _("Predicate"), _("After"), _("Predicate"),
    _("Difference"), _("Cause") }
  draw_head(page, report.attribution, heads, { 5, 40, 7, 12, 9, 10, 16, 10, 16, 11, 60 })
  local row = 4
  for n, entry in ipairs(report.assessments) do
    row = row + 1
    local why = causes(entry)
    local other = entry.before.predicate ~= entry.after.predicate
    page:number(row, 1, n, "quiet")
    page:text(row, 2, cut(entry.agency, 200), "cell")
    page:number(row, 3, entry.year, "whole")
    page:text(row, 4, entry.basis, "center")
    page:text(row, 5, entry.given .. "/" .. entry.of, "center")
    page:number(row, 6, entry.before.exact, "two")
    page:text(row, 7, entry.before.predicate, "center")
    page:number(row, 8, entry.after.exact, "two")
    page:text(row, 9, entry.after.predicate, other and "other" or "center")
    page:number(row, 10, entry.delta, "shift")
    page:text(row, 11, why, "small")
    page:row(row, look.height(math.max(lines(why, 60, 8), lines(entry.agency, 40, 9))))
  end
  finish(page, row, #heads, look.color.gold, true)
end

local function draw_steps()
  local page = sheet(_("Changes"))
  local heads = { _("Step"), _("Overlay"), _("Change"), _("Reason"), _("Moved"), _("Up"), _("Down"), _("Other predicate"),
    _("Largest difference") }
  draw_head(page, _("Changes that only hold together are one step."), heads, { 7, 26, 70, 40, 10, 9, 9, 12, 13 })
  local row = 4
  for n, step in ipairs(report.steps) do
    for i, change in ipairs(step.changes) do
      row = row + 1
      page:number(row, 1, step.no, "quiet")
      page:text(row, 2, change.overlay .. ":" .. change.line, "small")
      page:text(row, 3, cut(change.text, 4000), "cell")
      page:text(row, 4, change.reason, "cell")
      page:row(row, look.height(math.max(lines(change.text, 70, 9), lines(change.reason, 40, 9))))
      if i == 1 then
        page:number(row, 5, step.moved, "whole")
        page:number(row, 6, step.up, "whole")
        page:number(row, 7, step.down, "whole")
        page:number(row, 8, step.predicates, "whole")
        page:number(row, 9, step.largest, "delta")
      end
    end
  end
  finish(page, row, #heads, look.color.teal, false)
end

draw_assessments()
draw_steps()
