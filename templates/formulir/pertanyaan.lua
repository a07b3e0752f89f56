--- Lembar Pertanyaan Umum: yang ditanyakan aplikasi resmi sebelum indikator; hanya dalam formulir bagi seluruh instansi.

local look = include("laporan/gaya.lua")
local entry = include("formulir/isian.lua")
local questions = {}
local head_row, answer, length_column = 5, 4, 5
local widths = { 8, 7, 52, 84, 9 }

style("reply", { base = "input_left", valign = "top", format = "@", line = "hair", line_color = "#D5C48A" })
style("reply_length", { base = "quiet", format = "0;;" })

local function draw_head(page)
  page:text(1, 1, "spbe:id", "plain")
  page:text(1, answer, "spbe:general", "plain")
  page:row(1, 12, { hidden = true })
  page:text(2, 1, "id", "plain")
  page:text(3, 1, "id", "plain")
  page:merge(2, 2, 2, length_column, _("General questions"), "band_sheet")
  page:row(2, 26)
  page:merge(3, 2, 3, length_column, _("Without a value; the official application asks them before the indicators."), "band_small")
  page:text(4, 1, "id", "plain")
  page:fill(4, 2, 4, length_column, "accent")
  page:row(4, 3)
  for column, text in ipairs({ "id", _("No."), _("Question"), _("Answer in your own words"), _("Length") }) do
    page:text(head_row, column, text, "head_center")
  end
  page:row(head_row, 22)
end

--- Banyaknya huruf, bukan bita.
local function letters(text)
  local count = 0
  for n = 1, #text do
    local byte = text:byte(n)
    count = count + ((byte < 128 or byte > 191) and 1 or 0)
  end
  return count
end

local function draw_question(page, row, question)
  local text = question.answer or ""
  page:text(row, 1, question.id, "small")
  page:text(row, 2, question.id, "small")
  page:text(row, 3, question.text, "cell")
  entry.text(page, row, answer, text, "reply")
  page:formula(row, length_column, "=LEN(" .. ref(row, answer) .. ")", letters(text), "reply_length")
  page:row(row, look.height(math.max(5, lines(question.text, widths[3], 9), lines(text, widths[answer], 9))))
end

function questions.draw()
  if #options.questions == 0 then
    return
  end
  local page = sheet(_("General questions"))
  for column, width in ipairs(widths) do
    page:columns(column, column, width, { hidden = column == 1 })
  end
  draw_head(page)
  for n, question in ipairs(options.questions) do
    draw_question(page, head_row + n, question)
  end
  page:view({ freeze_row = head_row + 1, tab = look.color.navy })
  page:page({ landscape = true, fit_width = 1, fit_height = 0, left = 10, right = 10, top = 12, bottom = 16 })
  page:protect()
end

return questions
