--- Indikator yang dinilai dari butir bukti atau dari indeks luar: barisnya, dan rumus nilai yang mengikuti.

local look = include("laporan/gaya.lua")
local entry = include("formulir/isian.lua")
local score = {}
local text_width, note_width, proof_column = 52, 26, 6
local yes, no = "Ya", "Tidak"

style("value_follows", { base = "bold", format = '"' .. _("Value that follows:") .. ' "0.00' })
style("bold_wrap", { base = "cell", bold = true })
style("level_follows", { base = "center", format = '"' .. _("level") .. ' "0' })

local function counted(range, answer)
  return "COUNTIF(" .. range .. "," .. quote(answer) .. ")"
end

--- Sel bukti yang tidak dipakai baris ini.
local function close(page, row, first, last)
  page:fill(row, first, row, last, "cell")
end

local function draw_item(page, row, item, key)
  local note = item.note or ""
  page:text(row, 1, item.id, "small")
  page:text(row, 2, item.id, "small")
  page:text(row, 3, item.text, "bold_wrap")
  entry.text(page, row, 4, item.met ~= nil and (item.met and yes or no) or nil, "input")
  entry.text(page, row, 5, note, "input_note")
  local tall = entry.row(page, row, proof_column, key.first[item.id])
  page:choice(row, 4, row, 4, { list = "=" .. key.choices, error_title = _("Answer"), error_message = _("Choose Ya or Tidak.") })
  page:row(row, look.height(math.max(tall, lines(item.text, text_width, 9, true), lines(note, note_width, 9))))
end

--- Butir satu tingkat; mengembalikan baris berikut, dan acuan serta banyaknya bagi rumus.
function score.items(page, row, level, key)
  local items, part = level.items or {}, { level = level, count = 0, met = 0, answered = 0 }
  part.first = row
  for n, item in ipairs(items) do
    draw_item(page, row + n - 1, item, key)
    part.count = n
    part.met = part.met + (item.met and 1 or 0)
    part.answered = part.answered + (item.met ~= nil and 1 or 0)
  end
  if part.count > 0 then
    part.range = fixed(row, 4, row + part.count - 1, 4)
    entry.dates(page, row, row + part.count - 1, proof_column + 2)
  end
  return row + part.count, part
end

--- Baris indeks luar; mengembalikan baris berikut.
function score.measure(page, row, indicator, last_column)
  local measure = indicator.measure
  local text = _("Outside index") .. " " .. measure.key .. ", " .. decimal(measure.from) .. " – " .. decimal(measure.to)
  page:text(row, 1, indicator.id .. "/" .. measure.key, "small")
  page:text(row, 2, _("index"), "small")
  page:text(row, 3, text, "bold_wrap")
  if measure.value == nil then
    page:blank(row, 4, "input")
  else
    page:number(row, 4, exact(measure.value), "input")
  end
  close(page, row, 5, last_column)
  page:choice(row, 4, row, 4, { least = exact(measure.from), most = exact(measure.to), title = cut(measure.key, 30),
    message = _("The value of the outside index, on its own scale."), error_title = cut(measure.key, 30),
    error_message = _("The number lies off the scale of this index.") })
  page:row(row, look.height(lines(text, text_width, 9, true)))
  return row + 1
end

--- Yang ditambah butir sebuah tingkat yang terbuka, sebagai rumus.
local function added(part)
  local items, terms = part.level.items, {}
  for n, item in ipairs(items) do
    if item.points ~= items[1].points then
      terms = nil
      break
    end
    terms[n] = item.points
  end
  if terms ~= nil then
    return counted(part.range, yes) .. "*" .. items[1].points
  end
  terms = {}
  for n, item in ipairs(items) do
    terms[n] = counted(fixed(part.first + n - 1, 4), yes) .. "*" .. item.points
  end
  return table.concat(terms, "+")
end

--- Rumus nilai dari butir: tingkat terbuka bila semua butir di bawahnya diterima.
local function items_formula(parts)
  local formula, answers = parts[#parts].level.to, {}
  for n = #parts, 1, -1 do
    local part = parts[n]
    if part.count > 0 then
      formula = "IF(" .. counted(part.range, yes) .. "=" .. part.count .. "," .. formula .. ",MIN(" .. part.level.to .. ","
        .. part.level.from .. "+" .. added(part) .. "))"
      answers[#answers + 1] = counted(part.range, yes) .. "+" .. counted(part.range, no)
    end
  end
  return "=IF(" .. table.concat(answers, "+") .. '=0,"",' .. formula .. ")"
end

--- Rumus nilai dari indeks luar, sepanjang garis lurus yang ditetapkan paket aturan.
local function measure_formula(measure, row)
  local cell, lines_ = fixed(row, 4), measure.lines
  local formula = lines_[#lines_].high
  for n = #lines_, 1, -1 do
    local line = lines_[n]
    formula = "IF(" .. cell .. (n == #lines_ and "<=" or "<") .. line.to .. "," .. line.low .. "+(" .. cell .. "-" .. line.from
      .. ")*(" .. line.high .. "-" .. line.low .. ")/(" .. line.to .. "-" .. line.from .. ")," .. formula .. ")"
  end
  return "=IF(" .. cell .. '="","",' .. formula .. ")"
end

--- Nomor tingkat dari nilai di sel `cell`.
local function level_formula(levels, cell)
  local formula = "=IF(" .. cell .. '="","",' .. levels[1].level
  for n = 2, #levels do
    formula = formula .. "+(ROUND(" .. cell .. ",9)>=" .. levels[n].from .. ")"
  end
  return formula .. ")"
end

local function level_of(levels, value)
  local found = levels[1].level
  for _, level in ipairs(levels) do
    found = value >= exact(level.from) and level.level or found
  end
  return found
end

--- Benar bila indikator dinilai dari butir atau indeks luar, bukan dari kriteria.
function score.is(indicator)
  if indicator.measure ~= nil then
    return true
  end
  for _, level in ipairs(indicator.levels) do
    if #(level.items or {}) > 0 then
      return true
    end
  end
  return false
end

--- Menulis nilai, jawaban, dan tingkat yang mengikuti di baris indikator; mengembalikan banyaknya yang
-- dijawab, dan semuanya.
function score.follow(page, head, indicator, parts, measure_row)
  local supported = indicator.supported ~= nil and exact(indicator.supported) or nil
  local formula, answers, answered, count
  if measure_row ~= nil then
    formula, answers = measure_formula(indicator.measure, measure_row), "=IF(" .. fixed(measure_row, 4) .. '="",0,1)'
    answered, count = indicator.measure.value ~= nil and 1 or 0, 1
  else
    formula, answers, answered, count = items_formula(parts), "=0", 0, 0
    for _, part in ipairs(parts) do
      if part.count > 0 then
        answers = answers .. "+" .. counted(part.range, yes) .. "+" .. counted(part.range, no)
        answered, count = answered + part.answered, count + part.count
      end
    end
  end
  page:formula(head, 6, formula, supported or "", "value_follows")
  page:formula(head, 7, answers, answered, "answered")
  page:number(head, 8, count, "answered_of")
  page:fill(head, 9, head, 9, "cell")
  page:formula(head, 10, level_formula(indicator.levels, fixed(head, 6)),
    supported ~= nil and level_of(indicator.levels, supported) or "", "level_follows")
  return answered, count
end

return score
