--- Lembar Catatan: aturan dan sidik berkasnya, peringatan, ketidakpastian, cara membaca, penafian.

local model = include("laporan/model.lua")
local look = include("laporan/gaya.lua")
local sheets = include("laporan/lembar.lua")

local notes = {}
local page = sheets.notes
local row = 4

--- Judul bagian, dengan jarak di atasnya.
local function section(title)
  page:row(row, 10)
  row = row + 1
  page:merge(row, 1, row, 2, title, "section")
  page:row(row, 20)
  row = row + 1
end

--- Satu keterangan: label dan isi.
local function entry(label, text, style)
  text = cut(text, 3000)
  page:text(row, 1, label, "bold")
  page:text(row, 2, text, style or "cell")
  page:row(row, look.height(math.max(lines(text, style == "mono" and 80 or 100, 9), lines(label, 26, 9, true))))
  row = row + 1
end

local function draw_reading()
  section(_("How to read this workbook"))
  entry(_("Claimed"), _("The value that the agency states for itself."))
  entry(_("Supported"), _("The value that answers and evidence bear out: the highest level that is met and proven together with every level below it."))
  entry(_("Verified"), _("The value that an assessor set."))
  entry(_("Formulas"), _("Value times units, summed, divided once; decimals are only shown rounded. Every formula is stored with the engine's value; the cell at the foot of the summary says whether sheet and engine still agree."))
  entry(_("Protection"), _("Sheets are protected against accidents, without a password. Yellow cells are open for trying what a change would bring; the assessment itself is not changed by that."))
end

local function draw_rules()
  local rules = report.rules
  section(_("Rules"))
  entry(_("Rule pack"), rules.id .. " · " .. rules.title)
  entry("SHA-256", rules.sha256, "mono")
  if report.guideline ~= nil and report.guideline.id ~= "" then
    entry(_("Guide"), report.guideline.title)
  end
  if report.year_used ~= report.assessment.year then
    entry(_("Rules of the year"), tostring(report.year_used))
  end
  entry(_("Predicate read from"), report.scale.reading == "exact" and _("the exact index") or _("the rounded index"))
  for i, overlay in ipairs(rules.overlays) do
    entry(_("Overlay") .. " " .. i, overlay.id .. " · " .. overlay.title .. " · " .. overlay.author .. " · " .. overlay.date)
    entry(_("Reason"), overlay.reason)
    entry(_("Source"), overlay.source)
  end
  for _, file in ipairs(rules.files) do
    entry(file.name, file.sha256, "mono")
  end
end

--- Nilai aturan yang diubah overlay, satu per satu.
local function draw_changes()
  local changes = report.instrument and report.instrument.changes or {}
  if #changes == 0 then
    return
  end
  section(_("What the overlays change"))
  for i, change in ipairs(changes) do
    local text = change.text
    if change.reason ~= "" then
      text = text .. " (" .. change.reason .. ")"
    end
    entry(change.overlay .. ":" .. change.line, text)
  end
end

local function draw_source()
  section(_("What was assessed"))
  entry(_("Agency"), report.assessment.agency.name)
  entry(_("Year"), tostring(report.assessment.year))
  entry(_("Assessment SHA-256"), report.assessment.sha256, "mono")
  entry(_("Engine"), report.engine.name .. " " .. report.engine.version)
  if previous then
    entry(_("Compared with"), previous.assessment.agency.name .. " · " .. previous.assessment.year .. " · " .. previous.rules.title)
  end
end

local function draw_problems()
  section(_("Warnings"))
  if #report.problems == 0 then
    entry("", _("None."))
  end
  for _, problem in ipairs(report.problems) do
    entry(problem.where, model.sentence(problem.message))
  end
end

local function draw_doubts()
  local instrument = report.instrument
  if instrument == nil then
    return
  end
  section(_("What is uncertain"))
  for _, text in ipairs(instrument.notes or {}) do
    if text ~= instrument.disclaimer then
      entry("", text)
    end
  end
  for _, item in ipairs(model.indicators) do
    local data = item.data
    if data.confidence_note ~= nil and data.confidence_note ~= "" then
      entry(data.id, data.confidence_note)
    end
    if data.measure ~= nil and data.measure.basis ~= nil and data.measure.basis ~= "" then
      entry(data.id .. " · " .. data.measure.key, data.measure.basis)
    end
  end
  for _, conflict in ipairs(instrument.conflicts or {}) do
    entry(conflict.topic, conflict.text .. " → " .. conflict.resolution)
  end
  section(_("Sources"))
  for _, document in ipairs(instrument.documents or {}) do
    entry(document.id, document.title)
  end
  section(_("Disclaimer"))
  entry("", instrument.disclaimer)
end

function notes.draw()
  page:columns(1, 1, 28)
  page:columns(2, 2, 100)
  look.band(page, 2, _("Notes"), sheets.subtitle)
  draw_reading()
  draw_source()
  draw_rules()
  draw_changes()
  draw_problems()
  draw_doubts()
  page:view({ freeze_row = 4, tab = look.color.muted })
  page:page({ fit_width = 1, fit_height = 0, left = 12, right = 12, top = 12, bottom = 16, repeat_first = 1, repeat_last = 3,
    footer_left = sheets.footer, footer_right = _("Page {page} of {pages}") })
  page:protect()
end

return notes
