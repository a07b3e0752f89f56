--- Tabel buatan instansi sendiri (XLSX atau CSV) menjadi klaim dan catatan dalam berkas penilaian.
--- An agency's own table (XLSX or CSV) becomes claims and notes in the assessment file.

local text = spbe.text

local given = spbe.options({
  about = {
    id = "Membaca tabel yang susunannya dipilih instansi sendiri: satu baris satu indikator. Tanpa --save hanya\n"
      .. "diperlihatkan apa yang akan diisi. Semua baris yang keliru disebut dengan barisnya; bila ada yang keliru,\n"
      .. "tidak ada yang disimpan.",
    en = "Reads a table that an agency laid out in its own way: one row, one indicator. Without --save it only shows\n"
      .. "what would be filled in. Every wrong row is named; when one is wrong, nothing is saved.",
  },
  arguments = {id = "BERKAS.spbe TABEL", en = "FILE.spbe TABLE"},
  least = 2,
  most = 2,
  {"sheet", {id = "LEMBAR", en = "SHEET"}, {id = "nama atau nomor lembar (1)", en = "name or number of the sheet (1)"}},
  {"first", {id = "BARIS", en = "ROW"}, {id = "baris pertama yang berisi indikator (2)", en = "first row that holds an indicator (2)"}, whole = true, default = 2},
  {"indicator", {id = "KOLOM", en = "COLUMN"}, {id = "kolom indikator: nomor, id, atau teks yang memuatnya (A)", en = "column of the indicator: number, id, or a text with it (A)"}, default = "A"},
  {"level", {id = "KOLOM", en = "COLUMN"}, {id = "kolom tingkat yang diklaim (B)", en = "column of the claimed level (B)"}, default = "B"},
  {"note", {id = "KOLOM", en = "COLUMN"}, {id = "kolom catatan; tanpa ini tidak dibaca", en = "column of a note; not read without this"}},
  {"save", "", {id = "simpan ke dalam berkas penilaian", en = "save it into the assessment file"}},
})

-- "A" is 1, "AB" is 28.
local function column(letters)
  local number = 0
  for i = 1, #letters do
    local digit = letters:upper():byte(i) - 64
    if digit < 1 or digit > 26 then
      spbe.fail(text("kolom ditulis dengan huruf, misalnya C: ", "a column is a letter, such as C: ") .. letters)
    end
    number = number * 26 + digit
  end
  return number
end

local at = {
  indicator = column(given.indicator),
  level = column(given.level),
  note = given.note and column(given.note),
}

local assessment = spbe.open(given.words[1])
local ids = {}
for _, indicator in ipairs(assessment:status().indicators) do
  ids[math.tointeger(tonumber(indicator.id:sub(2)))] = indicator.id
end

-- The first number in a text: "Indikator 11 (Arsitektur)" is 11, "I07" is 7.
local function number_in(cell)
  local digits = ""
  for i = 1, #cell do
    local byte = cell:byte(i)
    if byte >= 48 and byte <= 57 then
      digits = digits .. cell:sub(i, i)
    elseif digits ~= "" then
      break
    end
  end
  return digits ~= "" and #digits < 6 and math.tointeger(tonumber(digits)) or nil
end

local problems, changes, seen = {}, {}, {}
local function wrong(row, sentence)
  table.insert(problems, given.words[2] .. ":" .. row .. ": " .. sentence)
end

local rows = spbe.read_table(given.words[2], given.sheet)
for number = given.first, #rows do
  local row = rows[number]
  local cell = spbe.trim(row[at.indicator] or "")
  local level = spbe.trim(row[at.level] or "")
  local id = ids[number_in(cell) or 0]
  if cell ~= "" and level ~= "" then
    if id == nil then
      wrong(number, text("tidak ada indikator '", "there is no indicator '") .. cell .. "'")
    elseif seen[id] then
      wrong(number, id .. text(" sudah ada di baris ", " stands in row ") .. seen[id] .. text("", " already"))
    else
      seen[id] = number
      table.insert(changes, {id = id, level = level, note = at.note and spbe.trim(row[at.note] or "") or "", row = number})
    end
  end
end

if #changes + #problems == 0 then
  spbe.fail(text("tidak ada baris dengan indikator dan tingkat; periksa --sheet, --first, --indicator dan --level",
    "no row has an indicator and a level; look at --sheet, --first, --indicator and --level"))
end

assessment:begin()
local shown = {{text("Baris", "Row"), text("Indikator", "Indicator"), text("Tingkat", "Level"), text("Catatan", "Note")}}
for _, change in ipairs(changes) do
  local good, problem = pcall(assessment.claim, assessment, change.id, change.level)
  if good and change.note ~= "" then
    good, problem = pcall(assessment.note, assessment, change.id, change.note)
  end
  if good then
    table.insert(shown, {change.row, change.id, change.level, change.note})
  else
    wrong(change.row, problem)
  end
end

spbe.show(shown)
for _, problem in ipairs(problems) do
  spbe.tell(problem)
end
if #problems > 0 then
  assessment:rollback()
  spbe.fail(text(#problems .. " baris keliru; tidak ada yang disimpan", #problems .. " rows are wrong; nothing was saved"))
elseif given.save then
  local count = assessment:commit()
  spbe.tell(text(count .. " perubahan disimpan", count .. " changes saved"))
else
  assessment:rollback()
  spbe.tell(text("belum disimpan; tambahkan --save", "not saved yet; add --save"))
end
