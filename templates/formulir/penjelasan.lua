--- Lembar Penjelasan: satu baris tiap tingkat, fakta lalu analisis, dengan panjangnya seperti dihitung aplikasi resmi.

local look = include("laporan/gaya.lua")
local entry = include("formulir/isian.lua")
local portal = options.portal
local prose = {}
local head_row = 5
local divided = portal.facts ~= "" and portal.analysis ~= ""
local widths = divided and { 8, 9, 24, 9, 62, 56, 9 } or { 8, 9, 24, 9, 118, 9 }
local first, second = 5, divided and 6 or nil
local length_column = #widths
local wanted, done = _("write"), _("there")

style("prose", { base = "input_left", valign = "top", format = "@", left = "hair", line_color = "#D5C48A" })
style("prose_state", { base = "center", size = 8 })
style("prose_length", { base = "quiet", format = "0;;" })
style("prose_level", { base = "cell", indent = 1 })
style("band_wanted", { base = "band", align = "right", format = '0" ' .. _("still to be written") .. '"' })

--- Kolom-kolomnya: kepala dan nama tersembunyinya.
local function heads()
  local limit = portal.length > 0 and " (" .. _("at most") .. " " .. portal.length .. ")" or ""
  local list = { { "id", "spbe:id" }, { _("No.") }, { _("Level") }, { _("State") } }
  if divided then
    list[5] = { portal.facts .. " – " .. _("which document, number, article, page, file"), "spbe:facts" }
    list[6] = { portal.analysis .. " – " .. _("how it meets the criteria of the level"), "spbe:analysis" }
  else
    list[5] = { _("Explanation"), "spbe:explanation" }
  end
  list[#list + 1] = { _("Length") .. limit }
  return list
end

local function draw_head(page)
  page:row(1, 12, { hidden = true })
  page:text(2, 1, "id", "plain")
  page:text(3, 1, "id", "plain")
  page:merge(2, 2, 2, length_column, _("Explanations"), "band_sheet")
  page:row(2, 26)
  page:merge(3, 2, 3, 4, "", "band_wanted")
  page:merge(3, 5, 3, length_column,
    _("For each level up to the claimed one. The criteria stand on the sheet of the domain; the level's name leads there."), "band_small")
  page:text(4, 1, "id", "plain")
  page:fill(4, 2, 4, length_column, "accent")
  page:row(4, 3)
  for column, part in ipairs(heads()) do
    page:text(head_row, column, part[1], "head_center")
    if part[2] ~= nil then
      page:text(1, column, part[2], "plain")
    end
  end
  page:row(head_row, 26)
end

--- Panjang seluruh penjelasan, dengan kata-kata di depan kedua bagiannya.
local function length_formula(row)
  local facts = "LEN(" .. ref(row, first) .. ")"
  if not divided then
    return "=" .. facts
  end
  local analysis = "LEN(" .. ref(row, second) .. ")"
  return "=IF(" .. facts .. ">0," .. facts .. "+" .. (#portal.facts + 2) .. ",0)+IF(" .. analysis .. ">0," .. analysis .. "+"
    .. (#portal.analysis + 2) .. "+IF(" .. facts .. ">0,2,0),0)"
end

--- "tulis" bila tingkat diklaim dan belum dijelaskan, "ada" bila sudah dijelaskan.
local function draw_state(page, row, level, place, length)
  local claimed = place.claimed ~= nil and place.claimed >= level
  local value = length > 0 and done or claimed and wanted or ""
  local formula = "=IF(" .. ref(row, length_column) .. ">0," .. quote(done) .. ",IF(" .. place.claim .. ">=" .. level .. ","
    .. quote(wanted) .. ',""))'
  page:formula(row, 4, formula, value, "prose_state")
  return value == wanted and 1 or 0
end

local function draw_level(page, row, id, level, place)
  local text = options.texts[id] or { facts = "", analysis = "", length = 0 }
  page:text(row, 1, id, "small")
  page:text(row, 2, id, "small")
  local target = place.levels[level.level]
  if target ~= nil then
    page:link(row, 3, place.page, target, 3, level.level .. " " .. level.name, "prose_level")
  else
    page:text(row, 3, level.level .. " " .. level.name, "prose_level")
  end
  entry.text(page, row, first, text.facts, "prose")
  local tall = math.max(2, lines(text.facts, widths[first], 9))
  if second ~= nil then
    entry.text(page, row, second, text.analysis, "prose")
    tall = math.max(tall, lines(text.analysis, widths[second], 9))
  end
  page:formula(row, length_column, length_formula(row), text.length, "prose_length")
  page:row(row, look.height(tall))
  return draw_state(page, row, level.level, place, text.length)
end

--- Satu indikator: namanya, lalu tingkatnya; mengembalikan baris berikut dan banyaknya yang masih harus ditulis.
local function draw_indicator(page, row, indicator, place)
  local open = 0
  page:text(row, 1, "id", "row_domain")
  page:fill(row, 2, row, length_column, "row_domain")
  page:text(row, 2, indicator.id, "row_domain")
  page:text(row, 3, indicator.name, "row_domain")
  for _, level in ipairs(indicator.levels) do
    row = row + 1
    open = open + draw_level(page, row, indicator.id .. "." .. level.level, level, place)
  end
  return row + 1, open
end

function prose.draw(list, places)
  local page, row, open = sheet(_("Explanations")), head_row + 1, 0
  for column, width in ipairs(widths) do
    page:columns(column, column, width, { hidden = column == 1 })
  end
  draw_head(page)
  for n, indicator in ipairs(list) do
    local more
    row, more = draw_indicator(page, row, indicator, places[n])
    open = open + more
  end
  page:formula(3, 2, "=COUNTIF(" .. fixed(head_row + 1, 4, row - 1, 4) .. "," .. quote(wanted) .. ")", open, "band_wanted")
  page:condition(head_row + 1, 4, row - 1, 4, { equal = wanted, style = "warn" })
  if portal.length > 0 then
    page:condition(head_row + 1, length_column, row - 1, length_column, { least = portal.length + 1, most = 1000000, style = "differs" })
  end
  page:filter(head_row, 2, row - 1, length_column)
  page:view({ freeze_row = head_row + 1, freeze_column = 4, tab = look.color.gold })
  page:page({ landscape = true, fit_width = 1, fit_height = 0, left = 10, right = 10, top = 12, bottom = 16,
    repeat_first = 2, repeat_last = head_row, footer_right = _("Page {page} of {pages}") })
  page:protect()
end

return prose
