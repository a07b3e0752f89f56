--- Satu lembar tiap domain, atau tiap aspek bila tidak ada domain: indikator, kriteria tingkat demi tingkat, jawaban, catatan, tingkat yang mengikuti.
-- domains.indicators: indikator yang digambar; domains.places: di mana klaim dan tingkatnya, menurut urutan yang sama.

local look = include("laporan/gaya.lua")
local entry = include("formulir/isian.lua")
local score = include("formulir/nilai.lua")
local domains = { indicators = {}, places = {} }
local head_row, proof_column = 4, 6
local last_column = proof_column + #entry.evidence - 1
local widths = { 8, 8, 52, 9, 26 }
local yes, no = "Ya", "Tidak"

style("guide", { base = "row_domain", bold = false, size = 8, wrap = true, color = look.color.ink })
style("follows", { base = "bold", format = '"' .. _("Level that follows:") .. ' "0' })
style("follows_index", { base = "center", size = 8, color = look.color.muted })
style("answered", { base = "center", format = '0" ' .. _("answered") .. '"' })
style("answered_of", { base = "center", format = '"' .. _("of") .. ' "0' })

style("band_answered", { base = "band", align = "right", format = '0" ' .. _("answered") .. '"' })
style("band_of", { base = "band", format = '"' .. _("of") .. ' "0' })

--- Kata-kata bagi klaim: tingkat, atau nilai di antara tingkat.
local claim = { title = _("Claimed level"), message = _("The level that you claim for this indicator."),
  refused = _("Enter a level of the scale.") }
if report.scale.continuous then
  claim = { title = _("Claimed value"), message = _("The value that you claim for this indicator."),
    refused = _("Enter a value of the scale.") }
end

local function word(met)
  if met == nil then
    return nil
  end
  return met and yes or no
end

local function draw_head(page, title)
  page:text(1, 1, "spbe:id", "plain")
  page:text(1, 4, "spbe:value", "plain")
  page:text(1, 5, "spbe:note", "plain")
  page:row(1, 12, { hidden = true })
  page:text(2, 1, "id", "plain")
  page:text(3, 1, "id", "plain")
  page:merge(2, 2, 2, last_column, title, "band_sheet")
  page:row(2, 26)
  page:merge(3, 2, 3, last_column - 2, _("Yellow cells are to be filled in; everything else follows."), "band_small")
  for column, text in ipairs({ "id", _("No."), _("Criterion"), _("Answer or claim"), _("Note") }) do
    page:text(head_row, column, text, "head_center")
  end
  entry.head(page, 1, head_row, proof_column)
  page:row(head_row, 27)
end

--- Pesan di samping sel jawaban yang sudah berisi jawaban bawaan.
local function carried_message(indicator, met)
  if indicator.carried == nil or met == nil then
    return nil, nil
  end
  return _("Carried over"), cut(_("Not yet confirmed, from") .. " " .. indicator.carried, 200)
end

local function draw_criterion(page, row, criterion, key)
  local note, text = criterion.note or "", criterion.text
  if criterion.conditions ~= nil then
    text = text .. " (" .. criterion.conditions .. ")"
  end
  page:text(row, 1, criterion.id, "small")
  page:text(row, 2, criterion.id, "small")
  page:text(row, 3, text, "cell")
  if criterion.decisive then
    page:text(row, 4, _("by index"), "follows_index")
  else
    entry.text(page, row, 4, word(criterion.met), "input")
    local title, message = carried_message(key.indicator, criterion.met)
    page:choice(row, 4, row, 4, { list = "=" .. key.choices, title = title, message = message,
      error_title = _("Answer"), error_message = _("Choose Ya or Tidak.") })
  end
  entry.text(page, row, 5, note, "input_note")
  local tall = entry.row(page, row, proof_column, key.first[criterion.id])
  page:row(row, look.height(math.max(tall, lines(text, widths[3], 9), lines(note, widths[5], 9))))
end

--- Bukti yang baik untuk sebuah tingkat, dalam satu teks; nil bila paket aturan tidak menyebutnya.
local function guidance(level)
  local text
  for _, asked in ipairs(level.items == nil and level.evidence_asked or {}) do
    text = (text == nil and "" or text .. "; ") .. asked
  end
  return text ~= nil and cut(_("Good evidence:") .. " " .. text, 900) or nil
end

local function draw_level_head(page, row, level)
  local text, wide = guidance(level), widths[4] + widths[5]
  page:text(row, 1, "id", "row_domain")
  page:fill(row, 2, row, text == nil and last_column or 3, "row_domain")
  page:text(row, 2, tostring(level.level), "row_domain_center")
  page:text(row, 3, level.name, "row_domain")
  if text ~= nil then
    for _, part in ipairs(entry.evidence) do
      wide = wide + part.width
    end
    page:merge(row, 4, row, last_column, text, "guide")
    page:row(row, look.height(lines(text, wide, 8), 8))
  end
end

--- Butir dan kriteria satu tingkat; mengembalikan baris berikut, banyaknya, yang Ya, yang dijawab, dan acuannya,
-- lalu yang sama bagi butirnya.
local function draw_level(page, row, level, key)
  local part
  if #level.criteria + #(level.items or {}) == 0 then
    return row, nil, nil
  end
  draw_level_head(page, row, level)
  row, part = score.items(page, row + 1, level, key)
  if #level.criteria == 0 then
    return row, nil, part
  end
  row = row - 1
  local first, met, answered = row + 1, 0, 0
  for n, criterion in ipairs(level.criteria) do
    draw_criterion(page, row + n, criterion, key)
    met = met + (criterion.met and 1 or 0)
    answered = answered + (criterion.met ~= nil and 1 or 0)
  end
  local last = row + #level.criteria
  entry.dates(page, first, last, proof_column + 2)
  return last + 1, { range = fixed(first, 4, last, 4), count = #level.criteria, met = met, answered = answered,
    baseline = level.baseline }, part
end

--- Rumus tingkat yang mengikuti dari jawaban, dan nilainya kini.
local function follow(indicator, parts)
  local start, formula, value = 0, "0", 0
  for _, level in ipairs(indicator.levels) do
    if level.baseline then
      start = math.max(start, level.level)
    end
  end
  for n = #parts, 1, -1 do
    local part = parts[n]
    local step = part.baseline and 0 or 1
    formula = "IF(COUNTIF(" .. part.range .. "," .. quote(yes) .. ")=" .. part.count .. "," .. step .. "+" .. formula .. ",0)"
    value = part.met == part.count and step + value or 0
  end
  return "=" .. start .. "+" .. formula, start + value
end

local function draw_counts(page, row, parts)
  local formula, answered, count = "", 0, 0
  for _, part in ipairs(parts) do
    formula = formula .. "+COUNTIF(" .. part.range .. "," .. quote(yes) .. ")+COUNTIF(" .. part.range .. "," .. quote(no) .. ")"
    answered = answered + part.answered
    count = count + part.count
  end
  page:formula(row, 7, "=0" .. formula, answered, "answered")
  page:number(row, 8, count, "answered_of")
  page:fill(row, 9, row, last_column, "cell")
  return answered, count
end

--- Mengapa indikator dikembalikan, bila dikembalikan.
local function draw_reason(page, row, reason)
  if reason == nil then
    return row
  end
  local text = _("Returned:") .. " " .. cut(reason, 900)
  page:text(row, 1, "id", "plain")
  page:merge(row, 2, row, last_column, text, "returned")
  page:row(row, look.height(lines(text, 170, 9)) + 3)
  return row + 1
end

--- Dari mana jawaban dan bukti dibawa, selama belum dikonfirmasi.
local function draw_carried(page, row, indicator)
  if indicator.carried == nil then
    return row
  end
  local text = _("Carried over from") .. " " .. cut(indicator.carried, 200) .. ", " .. _("not yet confirmed") .. ". "
    .. _("Check each answer and document that stands here already, and correct what has changed; it counts after 'spbe confirm'.")
  page:text(row, 1, "id", "plain")
  page:merge(row, 2, row, last_column, text, "returned")
  page:row(row, look.height(lines(text, 170, 9)) + 3)
  return row + 1
end

--- Kemajuan seluruh lembar, di pojok kanan atas: jawaban yang dihitung di baris tiap indikator.
local function draw_progress(page, list)
  local heads, answered, count = {}, 0, 0
  for n, part in ipairs(list) do
    heads[n] = fixed(part.head, 7)
    answered, count = answered + part.answered, count + part.count
  end
  page:formula(3, last_column - 1, "=" .. table.concat(heads, "+"), answered, "band_answered")
  page:number(3, last_column, count, "band_of")
end

--- Nilai atau tingkat yang mengikuti, dan kemajuan, di baris indikator.
local function draw_following(page, head, indicator, parts, items, measure_row)
  local answered, count
  if score.is(indicator) then
    answered, count = score.follow(page, head, indicator, items, measure_row)
  else
    local formula, value = follow(indicator, parts)
    page:formula(head, 6, formula, value, "follows")
    answered, count = draw_counts(page, head, parts)
  end
  return { head = head, answered = answered, count = count }
end

--- Nilai yang diklaim sebagai bilangan; nil bila belum ada.
local function claimed_value(indicator)
  local value = indicator.claimed
  return type(value) == "string" and exact(value) or value
end

local function draw_indicator(page, row, indicator, key)
  key.indicator = indicator
  local head, parts, items, measure_row, note = row, {}, {}, nil, indicator.note or ""
  page:text(row, 1, indicator.id, "small")
  page:text(row, 2, indicator.id, "bold")
  page:text(row, 3, indicator.name, "bold")
  if indicator.claimed == nil then
    page:blank(row, 4, "input")
  else
    page:number(row, 4, indicator.claimed, "input")
  end
  entry.text(page, row, 5, note, "input_note")
  page:choice(row, 4, row, 4, { least = indicator.levels[1].level, most = indicator.levels[#indicator.levels].level,
    title = claim.title, message = claim.message, error_title = claim.title, error_message = claim.refused })
  page:row(row, look.height(math.max(2, lines(indicator.name, widths[3], 9, true), lines(note, widths[5], 9))))
  row = draw_reason(page, row + 1, options.head.returned[indicator.id])
  row = draw_carried(page, row, indicator)
  page:text(row, 1, "id", "plain")
  page:merge(row, 2, row, last_column, indicator.definition, "muted_wrap")
  page:row(row, look.height(lines(indicator.definition, 170, 8), 8))
  row = row + 1
  local place = { page = page, claim = at(page, head, 4), claimed = claimed_value(indicator), levels = {} }
  domains.indicators[#domains.indicators + 1] = indicator
  domains.places[#domains.places + 1] = place
  if indicator.measure ~= nil then
    measure_row = row
    row = score.measure(page, row, indicator, last_column)
  end
  for _, level in ipairs(indicator.levels) do
    local part, item
    local level_row = row
    row, part, item = draw_level(page, row, level, key)
    place.levels[level.level] = row > level_row and level_row or nil
    parts[#parts + 1] = part
    items[#items + 1] = item
  end
  return row + 1, draw_following(page, head, indicator, parts, items, measure_row)
end

--- Indikator sebuah domain yang diminta: yang dikembalikan dahulu, lalu menurut urutannya.
local function wanted(domain, key)
  local list = {}
  for _, first in ipairs({ true, false }) do
    for _, aspect in ipairs(domain.aspects) do
      for _, indicator in ipairs(aspect.indicators) do
        local returned = options.head.returned[indicator.id] ~= nil
        if returned == first and key.wanted[indicator.id] and indicator.levels ~= nil then
          list[#list + 1] = indicator
        end
      end
    end
  end
  return list
end

--- Yang mendapat lembar sendiri: domain, atau aspek bila instrumen tidak berdomain.
local function groups()
  if #report.domains > 0 then
    return report.domains
  end
  local list = {}
  for n, aspect in ipairs(report.aspects) do
    list[n] = { name = aspect.name, aspects = { aspect } }
  end
  return list
end

function domains.draw(key)
  for n, domain in ipairs(groups()) do
    local list = wanted(domain, key)
    if #list > 0 then
      local page = sheet(n .. " " .. cut(domain.name or "", 26))
      for place, width in ipairs(widths) do
        page:columns(place, place, width, { hidden = place == 1 })
      end
      for place, part in ipairs(entry.evidence) do
        page:columns(proof_column + place - 1, proof_column + place - 1, part.width)
      end
      draw_head(page, domain.name or "")
      local row, done = head_row + 1, {}
      for place, indicator in ipairs(list) do
        row, done[place] = draw_indicator(page, row, indicator, key)
      end
      draw_progress(page, done)
      page:filter(head_row, 2, row - 2, last_column)
      page:view({ freeze_row = head_row + 1, freeze_column = 4, tab = look.color.teal })
      page:page({ landscape = true, fit_width = 1, fit_height = 0, left = 10, right = 10, top = 12, bottom = 16,
        repeat_first = 2, repeat_last = head_row, footer_right = _("Page {page} of {pages}") })
      page:protect()
    end
  end
end

return domains
