--- Penutup laporan asesor: peringatan yang bukan milik satu indikator, aturan dengan sidiknya, ketidakpastian, sumber.

local base = include("naskah/dasar.lua")
local place = include("naskah/indikator.lua")
local rules = {}
local w

local function entry(label, text, style_name)
  text = cut(text, 4000)
  w.page:text(w.row, 1, cut(label, 200), "grid_bold")
  w.page:text(w.row, 2, text, style_name or "grid")
  w.tall(w.row, math.min(400, math.max(16, w.height(text, 9, 2, 2), w.height(label, 9, 1, 1, true))))
  w.row = w.row + 1
end

local function draw_problems()
  w.section(_("Warnings"))
  local count = 0
  for _, problem in ipairs(report.problems) do
    if place.owner(problem.where) == nil then
      entry(problem.where, base.model.sentence(problem.message))
      count = count + 1
    end
  end
  if count == 0 then
    entry("", _("None beside those that stand with their indicators."))
  end
end

local function draw_rules()
  w.section(_("Rules"))
  entry(_("Rule pack"), report.rules.id .. " · " .. report.rules.title)
  entry("SHA-256", report.rules.sha256, "grid_small")
  if report.guideline ~= nil and report.guideline.title ~= "" then
    entry(_("Guide"), report.guideline.title)
  end
  for i, overlay in ipairs(report.rules.overlays) do
    entry(_("Overlay") .. " " .. i, overlay.id .. " · " .. overlay.title .. " · " .. overlay.author .. " · " .. overlay.date .. " · " .. overlay.reason)
  end
  for _, file in ipairs(report.rules.files) do
    entry(file.name, file.sha256, "grid_small")
  end
  entry(_("Engine"), report.engine.name .. " " .. report.engine.version)
  entry(_("Assessment SHA-256"), report.assessment.sha256, "grid_small")
end

local function draw_doubts()
  local instrument = base.instrument
  if instrument.documents == nil then
    return
  end
  w.section(_("Sources"))
  for _, document in ipairs(instrument.documents) do
    entry(document.id, document.title)
  end
  w.section(_("What is uncertain"))
  for _, text in ipairs(instrument.notes or {}) do
    entry("", text)
  end
  for _, conflict in ipairs(instrument.conflicts or {}) do
    entry(conflict.topic, conflict.text .. " → " .. conflict.resolution)
  end
end

function rules.draw(page)
  w = base.writer(page, { 26, 69 })
  w.text(_("Notes"), "paper_subtitle", 11, nil, true)
  draw_problems()
  draw_rules()
  draw_doubts()
  w.close({ margin = 12, top = 12, tab = base.look.color.muted })
end

return rules
