--- Papan angka di lembar tersembunyi: indeks, predikat, jarak, dan angka diagram, masing-masing satu rumus.

local model = include("laporan/model.lua")
local list = include("laporan/daftar.lua")
local sheets = include("laporan/lembar.lua")
local indicators = include("laporan/indikator.lua")

local page = sheets.lists
local first = 40 -- baris pertama papan, di bawah daftar-daftar
local board = { same_word = _("same"), differs_word = _("DIFFERENT"), partial = _("provisional: some have no value") }
local complete = _("every indicator has a value")
local top = _("the highest predicate is reached")

--- Satu angka papan: label dan rumus; mengembalikan acuannya.
local row = first
local function put(label, formula, value)
  page:text(row, 1, label, "plain")
  page:formula(row, 2, formula, value, "plain")
  row = row + 1
  return at(page, row - 1, 2)
end

--- Pembulatan yang tepat: dari jumlah bulat, dibagi satu kali.
local function reading_formula(sum)
  if report.scale.reading == "exact" then
    return "=" .. board.index
  end
  local scale = 1
  for _ = 1, report.scale.decimals do
    scale = scale * 10
  end
  return "=ROUND(" .. sum .. "*" .. scale .. "/" .. model.units .. ",0)/" .. scale
end

--- Indeks seperti yang dipakai membaca predikat.
local function reading_value()
  if report.scale.reading == "exact" then
    return exact(report.index.exact)
  end
  return exact(report.index.value)
end

--- Urutan predikat dalam daftar, terendah dahulu.
local function band_number()
  for n, band in ipairs(model.bands) do
    if band.name == report.index.predicate then
      return n
    end
  end
  return 1
end

local function put_predicate()
  local count, number = #model.bands, band_number()
  local place = put(_("number of the predicate"), "=IF(" .. board.reading .. "<" .. model.bands[1].min .. ",1,MATCH(" .. board.reading
    .. "," .. list.mins .. ",1))", number)
  board.predicate = put(_("predicate"), "=INDEX(" .. list.names .. "," .. place .. ")", model.bands[number].name)
  board.distance = put(_("distance"), "=IF(" .. place .. "=" .. count .. ",0,INDEX(" .. list.mins .. ",MIN(" .. place .. "+1,"
    .. count .. "))-" .. board.reading .. ")", board.distance_value())
  board.next = put(_("next predicate"), "=IF(" .. place .. "=" .. count .. "," .. quote(top) .. ",INDEX(" .. list.names
    .. ",MIN(" .. place .. "+1," .. count .. ")))", board.next_word())
end

function board.distance_value()
  local number = band_number()
  if number == #model.bands then
    return 0
  end
  return exact(model.bands[number + 1].min) - reading_value()
end

function board.next_word()
  local number = band_number()
  return number == #model.bands and top or model.bands[number + 1].name
end

function board.complete_word()
  return report.index.given < report.index.of and board.partial or complete
end

--- Indeks tahun lalu, bila dibandingkan.
function board.history()
  if previous and previous.rules.id == report.rules.id then
    return _("Year") .. " " .. previous.assessment.year .. ": " .. decimal(previous.index.exact)
  elseif previous then
    return string.format(_("%s: other rules, not compared"), previous.assessment.year)
  end
  return _("scale") .. " " .. model.lowest .. "–" .. model.highest
end

--- Tanda naik, turun, atau sama.
function board.sign(difference)
  if math.abs(difference) < 0.0000000005 then
    return "="
  end
  return difference > 0 and "▲" or "▼"
end

--- Rumus yang mengambil nilai sebuah domain atau aspek.
function board.value_of(group)
  return board.cells[group.data.id]
end

local function put_groups(groups, compare_of)
  local from = row
  for _, group in ipairs(groups) do
    board.cells[group.data.id] = put(group.data.name, indicators.mean(group), group.value)
    local other = compare_of(group.data)
    if other ~= nil then
      page:number(row - 1, 3, other, "plain")
    end
  end
  return at(page, from, 2, row - 1, 2), at(page, from, 3, row - 1, 3)
end

local function put_engine()
  local values = {}
  for n, basis in ipairs(model.bases) do
    values[n] = model.index_of(basis)
  end
  board.engine = put(_("index by the engine"), "=IF(" .. list.basis .. "=1," .. values[1] .. ",IF(" .. list.basis .. "=2,"
    .. values[2] .. "," .. values[3] .. "))", values[model.basis_number])
  local value, engine = indicators.range("value"), indicators.range("engine")
  board.same = put(_("sheet and engine"), "=IF(AND(ABS(" .. board.index .. "-" .. board.engine .. ")<0.0000000005,SUMPRODUCT(ABS("
    .. value .. "-" .. engine .. "))<0.0000000005)," .. quote(board.same_word) .. "," .. quote(board.differs_word) .. ")", board.same_word)
end

--- Menulis papan; compare_of memberi pembanding sebuah domain atau aspek.
function board.draw(compare_of)
  local count = #model.indicators
  local sum = put(_("weighted sum"), "=" .. indicators.sum(), exact(report.index.exact) * model.units)
  board.cells = {}
  board.index = put(_("index"), "=" .. sum .. "/" .. model.units, exact(report.index.exact))
  board.reading = put(_("index as read"), reading_formula(sum), reading_value())
  put_predicate()
  board.given = put(_("indicators with a value"), "=COUNTIF(" .. indicators.range("picked") .. "," .. quote(">=0") .. ")", report.index.given)
  board.completeness = put(_("completeness"), "=IF(" .. board.given .. "<" .. count .. "," .. quote(board.partial) .. ","
    .. quote(complete) .. ")", board.complete_word())
  put_engine()
  board.aspect_range, board.compare_range = put_groups(model.aspects, compare_of)
  if #model.domains > 0 then
    board.domain_range = put_groups(model.domains, compare_of)
  end
  style("card_given", { base = "card_note", format = string.format('0" %s %d %s"', _("of"), count, _("indicators")) })
end

--- Alasan yang menyebut apa yang kurang, bila butir atau indeks luar yang dinilai.
local asks = { items = true, no_items = true, no_measure = true, measure = true, measure_range = true }

--- Butir yang belum diterima pada tingkat di bawah `target`: setelah semuanya diterima, tingkat itu mulai.
local function missing_items(item, target)
  local count = 0
  for _, level in ipairs(item.levels or {}) do
    for _, data in ipairs(level.level < target and level.items or {}) do
      count = count + (data.met == true and 0 or 1)
    end
  end
  return count
end

--- Apa yang belum ada untuk tingkat berikutnya: jumlah dan kalimat pertamanya.
local function missing_of(item)
  local target = item.data.next.level
  local scored = item.scored or item.data.measure ~= nil
  local count, what = scored and missing_items(item, target) or 0, nil
  for _, level in ipairs(not scored and item.levels or {}) do
    if level.level <= target then
      for _, criterion in ipairs(level.criteria) do
        count = count + (criterion.met == true and 0 or 1)
      end
    end
  end
  local verdict = nil
  for _, reason in ipairs(item.data.reasons or {}) do
    if asks[reason.code] then
      what = model.sentence(reason.text)
    elseif what == nil and reason.level == target and reason.code ~= "claim_above_support" then
      what = model.sentence(reason.text)
    elseif reason.code == "verified" then
      verdict = model.sentence(reason.text)
    end
  end
  return count, what or verdict or ""
end

--- Langkah yang paling menambah indeks; yang sama besar: yang paling sedikit kurangnya dahulu.
function board.steps(most)
  local steps = {}
  for _, item in ipairs(model.indicators) do
    if item.data.next ~= nil then
      local count, what = missing_of(item)
      steps[#steps + 1] = { item = item, gain = exact(item.data.next.gain_exact), missing = count, what = what }
    end
  end
  table.sort(steps, function(one, other)
    if one.gain ~= other.gain then
      return one.gain > other.gain
    end
    if one.missing ~= other.missing then
      return one.missing < other.missing
    end
    return one.item.place < other.item.place
  end)
  while #steps > most do
    steps[#steps] = nil
  end
  return steps
end

return board
