--- Lembar Identitas: formulir siapa ini, dan siapa yang mengisinya.
-- Hanya nama pengisi yang dibaca kembali (core/form_filler.h); selebihnya untuk koordinator yang membuka formulir.

local look = include("laporan/gaya.lua")
local identity = {}

style("fact", { base = "input_left", format = "@" })
style("hint", { base = "muted", indent = 1 })

local function head(page, row, text)
  page:text(row, 2, text, "section")
  page:blank(row, 3, "section")
  page:row(row, 20)
end

--- Baris yang sudah diketahui.
local function known(page, row, label, value)
  page:text(row, 2, label, "small")
  page:text(row, 3, cut(value, 250), "cell")
  page:row(row, look.height(math.max(1, lines(cut(value, 250), 52, 9))) + 3)
end

--- Baris yang diisi.
local function asked(page, row, key, label, hint)
  page:text(row, 1, key, "small")
  page:text(row, 2, label, "small")
  page:blank(row, 3, "fact")
  page:row(row, 22)
  page:text(row, 4, hint, "hint")
end

function identity.draw()
  local page = sheet(_("Identity"))
  local agency = report.assessment.agency
  page:columns(1, 1, 8, { hidden = true })
  page:columns(2, 2, 24)
  page:columns(3, 3, 52)
  page:columns(4, 4, 34)
  page:text(1, 1, "spbe:key", "plain")
  page:text(1, 3, "spbe:fact", "plain")
  page:row(1, 12, { hidden = true })
  page:merge(2, 2, 2, 4, _("Identity"), "band_sheet")
  page:row(2, 26)
  head(page, 4, _("Assessment"))
  known(page, 5, _("Agency"), agency.name)
  known(page, 6, _("Kind of agency"), agency.kind or "–")
  known(page, 7, _("Year"), tostring(report.assessment.year))
  known(page, 8, _("Instrument"), report.rules.title)
  known(page, 9, _("Unit"), options.head.unit ~= "" and options.head.unit or _("all units"))
  head(page, 11, _("Filled in by"))
  asked(page, 12, "spbe:filler", _("Name"), _("Your name; it goes into the history with your answers."))
  asked(page, 13, "spbe:position", _("Position"), _("Stays in this form; only for your coordinator."))
  asked(page, 14, "spbe:contact", _("Telephone or e-mail"), _("Stays in this form; only for your coordinator."))
  asked(page, 15, "spbe:date", _("Date"), _("The day on which you finished this form."))
  page:view({ freeze_row = 3, tab = look.color.navy })
  page:page({ fit_width = 1, fit_height = 1, left = 12, right = 12, top = 12, bottom = 16 })
  page:protect()
end

return identity
