--- Konflik: yang diubah formulir dan berkas sekaligus, untuk diputuskan satu per satu dan diterima kembali.
-- Dokumen: spbe-conflicts/1
-- Pilihan: options.conflicts, options.rows, options.seal (lihat core/form_conflict.h).

local look = include("laporan/gaya.lua")
about(_("Conflicts") .. " " .. cut(options.agency, 150))
local page = sheet(_("Conflicts"))
local key = sheet("_spbe_konflik")
local head_row, decision = 5, 11
local widths = { 6, 5, 11, 36, 14, 22, 26, 26, 26, 30, 13 }
local heads = { "id", _("No."), _("Row"), _("Criterion or indicator"), _("What"), _("The form began with"),
  _("The file says"), _("The form says"), _("Changed in the file"), _("Form"), _("Decision") }
local count = #options.conflicts
local last = head_row + count

style("shown", { base = "cell", size = 8 })
style("remark", { base = "shown", color = look.color.bad })
style("strong", { base = "shown", bold = true })
style("told", { base = "band", align = "right", format = '0" ' .. _("decided") .. '"' })
style("told_of", { base = "band", format = '"' .. _("of") .. ' "0' })

local function draw_head()
  for column, width in ipairs(widths) do
    page:columns(column, column, width, { hidden = column == 1 })
  end
  page:text(1, 1, "spbe:id", "plain")
  page:text(1, decision, "spbe:decision", "plain")
  page:row(1, 12, { hidden = true })
  page:merge(2, 2, 2, decision, _("Conflicts") .. " · " .. cut(options.agency, 120) .. " · " .. options.year, "band_sheet")
  page:row(2, 26)
  page:merge(3, 2, 3, decision - 2,
    _("Choose in the yellow cells whose text counts, save, and import this workbook. What you leave open stays as it is."),
    "band_small")
  local range = fixed(head_row + 1, decision, last, decision)
  local formula = "=0"
  for _, word in ipairs({ "berkas", "formulir", "keduanya" }) do
    formula = formula .. "+COUNTIF(" .. range .. "," .. quote(word) .. ")"
  end
  page:formula(3, decision - 1, formula, 0, "told")
  page:number(3, decision, count, "told_of")
  for column, text in ipairs(heads) do
    page:text(head_row, column, text, "head_center")
  end
  page:row(head_row, 30)
end

--- Siapa mengubah berkas, kapan, dan mengapa formulir tidak begitu saja diterima.
local function remark(conflict)
  local text = ""
  if conflict.who ~= nil then
    text = conflict.who .. ", " .. conflict.at:sub(1, 10) .. " " .. conflict.at:sub(12, 16) .. " UTC"
  end
  if conflict.verified ~= nil then
    text = text .. (text == "" and "" or "\n") .. _("Verified:") .. " " .. conflict.verified
  end
  local why = ({ locked = _("Locked: open it first with 'spbe return'."),
    withdrawn = _("The file has withdrawn this document: formulir puts it forward again."),
    other = _("Perhaps the same document, described otherwise. keduanya: they are two.") })[conflict.reason]
  if why == nil and conflict.document then
    why = _("A new document: formulir adds it, berkas leaves it out.")
  end
  if why ~= nil then
    text = text .. (text == "" and "" or "\n") .. why
  end
  return text
end

--- Isi formulir; bagi dokumen juga kriteria yang didukungnya.
local function form_text(conflict)
  local text = conflict.form
  if conflict.document and conflict.criteria ~= "" then
    local ids = ""
    for n = 1, #conflict.criteria do
      local letter = conflict.criteria:sub(n, n)
      ids = ids .. (letter == "," and ", " or letter)
    end
    text = text .. "\n" .. _("Supports:") .. " " .. ids
  end
  return text
end

--- Pilihan sebuah baris: dua dokumen hanya mungkin bila berkas memuat yang lain.
local function choose(row, conflict)
  local many = conflict.reason == "other"
  page:choice(row, decision, row, decision, { list = "=" .. at(key, 1, 12, many and 3 or 2, 12), title = _("Decision"),
    message = many and _("berkas: as the file describes it. formulir: as the form does. keduanya: two documents.")
      or _("berkas: the file keeps its text. formulir: the form's text is taken."),
    error_title = _("Decision"),
    error_message = many and _("Choose berkas, formulir or keduanya.") or _("Choose berkas or formulir.") })
end

local function put(row, column, text, look_)
  if text == nil then
    page:text(row, column, _("not known any more"), "muted_wrap")
  elseif text == "" then
    page:text(row, column, "–", look_)
  else
    page:text(row, column, text, look_)
  end
end

local function draw_row(row, n, conflict)
  local told = remark(conflict)
  page:text(row, 1, conflict.id, "small")
  page:number(row, 2, n, "quiet")
  page:text(row, 3, conflict.subject, "small")
  page:text(row, 4, conflict.text, "shown")
  page:text(row, 5, conflict.what, "shown")
  put(row, 6, conflict.base, "shown")
  put(row, 7, conflict.file, "strong")
  put(row, 8, form_text(conflict), "strong")
  put(row, 9, told, (conflict.reason == "both" or conflict.reason == "other") and "shown" or "remark")
  page:text(row, 10, conflict.place, "shown")
  page:blank(row, decision, "input")
  choose(row, conflict)
  local tall = math.max(lines(conflict.text, 36, 8), lines(conflict.file, 26, 8, true), lines(form_text(conflict), 26, 8, true),
    lines(told, 26, 8), lines(conflict.place, 30, 8), lines(conflict.base or "", 22, 8))
  page:row(row, math.min(400, look.height(tall, 8) + 4))
end

local function draw_key()
  key:text(1, 1, options.format, "plain")
  for n, cells in ipairs(options.rows) do
    for column, text in ipairs(cells) do
      if text ~= "" then
        key:text(n + 1, column, text, "plain")
      end
    end
  end
  key:text(#options.rows + 2, 1, "seal", "plain")
  key:text(#options.rows + 2, 2, options.seal, "plain")
  key:text(1, 12, "berkas", "plain")
  key:text(2, 12, "formulir", "plain")
  key:text(3, 12, "keduanya", "plain")
  key:view({ hidden = true })
  key:protect()
end

draw_head()
for n, conflict in ipairs(options.conflicts) do
  draw_row(head_row + n, n, conflict)
end
page:filter(head_row, 2, last, decision)
page:view({ freeze_row = head_row + 1, freeze_column = 4, tab = look.color.gold, active = true })
page:page({ landscape = true, fit_width = 1, fit_height = 0, left = 10, right = 10, top = 12, bottom = 16,
  repeat_first = 2, repeat_last = head_row, footer_right = _("Page {page} of {pages}") })
page:protect()
draw_key()
