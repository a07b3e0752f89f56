--- Lembar Petunjuk: cara mengisi, dalam satu halaman.

local look = include("laporan/gaya.lua")
local guide = {}

local steps = {
  _("Fill in the yellow cells only; all others are locked. Tab goes from one to the next."),
  _("Answer every criterion with Ya or Tidak. Leave open what you do not know: empty cells change nothing."),
  _("Ya needs proof: name the document in the cells beside the answer, with its number, date, page and file name. What supports several criteria may go to the evidence register."),
  _("Enter the level that you claim in the row of the indicator. The level beside it follows from your answers."),
  _("On the sheet of explanations write why each level up to the claimed one is reached: the facts, then what they prove. The official application asks for both."),
  _("Save the file as .xlsx and send it back to your coordinator. Rows may be sorted or hidden, sheets may be added."),
  _("Do not change the hidden sheet: it says which answers this form began with."),
}

if report.scale.items then
  steps[2] = _("Answer every evidence item (such as I01.2.e1) with Ya or Tidak, and enter the value of the outside index where there is one: the value follows from them. Criteria explain what is asked. Leave open what you do not know: empty cells change nothing.")
  steps[3] = _("Ya needs proof: name the document beside the item or the criterion that it bears out, with its number, date, page and file name. What supports several criteria may go to the evidence register.")
  steps[4] = _("Enter the value that you claim in the row of the indicator; it may have a fraction. The value beside it follows from your answers.")
end

--- Sampai kapan.
local function draw_deadline(page, row)
  if options.head.deadline ~= "" then
    page:text(row, 2, _("To be sent back by:") .. " " .. options.head.deadline, "bold")
    row = row + 1
  end
  return row
end

--- Yang dikembalikan, dengan alasannya; selebihnya dihitung, agar petunjuk muat satu halaman.
local function draw_returned(page, row)
  local shown, rest = 0, 0
  for n = 1, #options.rows do
    local entry = options.rows[n]
    local reason = options.head.returned[entry[1]]
    if reason ~= nil and shown < 12 then
      local text = entry[1] .. " " .. _("was returned:") .. " " .. cut(reason, 240)
      page:text(row, 2, text, "returned")
      page:row(row, look.height(lines(text, 90, 9)) + 3)
      row, shown = row + 1, shown + 1
    elseif reason ~= nil then
      rest = rest + 1
    end
  end
  if rest > 0 then
    page:text(row, 2, _("Further returned indicators:") .. " " .. rest, "returned")
    row = row + 1
  end
  return row
end

function guide.draw()
  local page = sheet(_("Instructions"))
  page:columns(1, 1, 5)
  page:columns(2, 2, 90)
  look.band(page, 2, _("Assessment form"), cut(report.assessment.agency.name, 120) .. " · " .. report.assessment.year)
  local row = 5
  page:text(4, 2, report.rules.title, "muted_wrap")
  if options.head.unit ~= nil and options.head.unit ~= "" then
    page:text(row, 2, _("Unit:") .. " " .. cut(options.head.unit, 200), "bold")
    row = row + 1
  end
  row = draw_deadline(page, row)
  row = draw_returned(page, row)
  for n, text in ipairs(steps) do
    page:number(row, 1, n, "quiet")
    page:text(row, 2, text, "cell")
    page:row(row, look.height(lines(text, 90, 9)) + 4)
    row = row + 1
  end
  page:text(row + 1, 2, _("Form") .. " " .. options.head.id, "muted")
  page:view({ freeze_row = 4, tab = look.color.navy, active = true })
  page:page({ fit_width = 1, fit_height = 1, left = 12, right = 12, top = 12, bottom = 16 })
  page:protect()
end

return guide
