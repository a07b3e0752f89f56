--- Sampul, kata pengantar, dan ringkasan eksekutif LHE.

local base = include("naskah/dasar.lua")
local opening = {}

local function draw_cover(page, result)
  local w = base.writer(page, { 22, 22, 22, 22 })
  w.space(90)
  w.text(result.paper.title:upper(), "cover_title", 20, nil, true)
  w.space(16)
  w.text(base.agency, "cover_name", 16, nil, true)
  w.text(_("Year") .. " " .. report.assessment.year, "cover_year", 14)
  w.space(120)
  w.entry(_("Issued by"), _("institution that issues this report"))
  w.entry(_("Number"), _("number of this report"))
  w.entry(_("Place and date"), _("place, date"))
  w.space(60)
  w.standing({ official = false, note = _("A draft in the order of the official report; the official report is issued by the ministry.") })
  w.standing(result.paper)
  if result.paper.official and result.paper.note ~= "" then
    w.text(result.paper.note, "paper_small", 8)
  end
  w.text(base.origin(), "paper_small", 8)
  w.close({ active = true, fit_height = 1 })
end

--- Sasaran yang disebut aturan: indeks, dan tingkat tiap indikator.
local function draw_target(w, result)
  local scale, reached, of = report.scale, 0, #base.model.indicators
  if (scale.target_index or "") == "" or exact(scale.target_index) <= 0 or (scale.target_level or 0) <= 0 then
    return
  end
  for _, item in ipairs(base.model.indicators) do
    if (item[result.basis] or base.model.unanswered) >= scale.target_level then
      reached = reached + 1
    end
  end
  local index = exact(result.index.exact) >= exact(scale.target_index) and _("reached") or _("not reached")
  w.text(string.format(_("Target of the rules: an index of at least %s (%s) and every indicator at least level %d (%d of %d)."),
    base.number(scale.target_index), index, scale.target_level, reached, of))
end

--- Yang diketahui mesin, dalam kalimat.
local function draw_summary(w, result)
  local index = result.index
  w.text(string.format(_("The %s of %s for the year %s is %s with the predicate %s, by the %s; %d of %d indicators have a value."),
    base.words.index, base.agency, report.assessment.year, base.number(index.exact), index.predicate,
    base.basis_names[result.basis], index.given, index.of))
  if index.next ~= nil then
    w.text(string.format(_("The next predicate, %s, is %s away."), index.next.predicate, base.number(index.next.distance_exact)))
  end
  local best = base.extreme(result.basis, function(one, other) return one > other end)
  local weakest = base.extreme(result.basis, function(one, other) return one < other end)
  if best ~= nil and best ~= weakest then
    w.text(string.format(_("The highest aspect is %s (%s), the lowest %s (%s)."), best.name, base.number(base.group_exact(best, result.basis)),
      weakest.name, base.number(base.group_exact(weakest, result.basis))))
  end
  draw_target(w, result)
  if base.former ~= nil then
    w.text(string.format(_("In %s the index was %s (%s)."), previous.assessment.year, base.number(previous.index.exact),
      previous.index.predicate))
  elseif previous then
    w.text(string.format(_("The assessment of %s rests on other rules (%s) and is not compared."), previous.assessment.year,
      cut(previous.rules.title, 200)))
  end
end

local function draw_opening(page, result)
  local w = base.writer(page, { 22, 22, 22, 22 })
  w.section(_("Foreword"))
  w.paragraph_entry(_("foreword of whoever issues this report"), 150)
  w.space(6)
  w.entry(_("Name"), _("name"))
  w.entry(_("Office"), _("office"))
  w.section(_("Executive summary"))
  draw_summary(w, result)
  w.incomplete(result.index)
  w.space(6)
  w.paragraph_entry(_("further findings of the evaluation"), 110)
  w.close({ tab = base.look.color.teal })
end

function opening.draw(sheets, result)
  local navy = base.look.color.navy
  style("cover_title", { base = "body_center", size = 20, bold = true, color = navy, bottom = "medium", line_color = navy })
  style("cover_name", { base = "body_center", size = 16, bold = true })
  style("cover_year", { base = "body_center", size = 14 })
  draw_cover(sheets.cover, result)
  draw_opening(sheets.opening, result)
end

return opening
