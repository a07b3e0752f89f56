--- Penilaian tahun baru untuk banyak instansi, dibawa dari berkas tahun lalu.
--- Assessments of a new year for many agencies, carried over from the files of the last one.

local text = spbe.text

local given = spbe.options({
  about = {
    id = "Membuat penilaian tahun baru untuk setiap berkas .spbe dalam FOLDER_LAMA dan membawa jawaban serta bukti\n"
      .. "dukung yang masih berlaku. Yang dibawa belum dihitung sampai dikonfirmasi (spbe confirm). Berkas yang sudah\n"
      .. "ada di FOLDER_BARU tidak disentuh. Kedua folder harus diizinkan: --allow FOLDER_LAMA --allow FOLDER_BARU.",
    en = "Makes an assessment of a new year for every .spbe file in OLD_FOLDER and carries over the answers and the\n"
      .. "evidence that still hold. What is carried counts only when it is confirmed (spbe confirm). Files that are in\n"
      .. "NEW_FOLDER already are left alone. Both folders must be allowed: --allow OLD_FOLDER --allow NEW_FOLDER.",
  },
  arguments = {id = "FOLDER_LAMA FOLDER_BARU", en = "OLD_FOLDER NEW_FOLDER"},
  least = 2,
  most = 2,
  {"year", {id = "TAHUN", en = "YEAR"}, {id = "tahun penilaian yang baru (wajib)", en = "year of the new assessments (needed)"}, whole = true, needed = true},
  {"instrument", "ID", {id = "instrumen yang baru; biasanya sama", en = "the new instrument; usually the same"}},
})
local year = given.year

local function file_name(path)
  local parts = spbe.split(path, "/")
  return parts[#parts]
end

-- Makes the new file beside the others; a half-made one is not left: create and carry come last.
local function carry_one(old, target)
  local before = spbe.open(old)
  local about = before:about()
  before:close()
  if about.year >= year then
    return text("tahunnya sudah ", "its year is already ") .. about.year
  end
  local new = spbe.create(target, {
    instrument = given.instrument or about.instrument,
    agency = about.agency,
    kind = about.kind,
    year = year,
  })
  local carried = new:carry(old)
  new:close()
  return nil, about, carried
end

local rows = {{
  text("Berkas", "File"), text("Instansi", "Agency"), text("Jawaban", "Answers"), text("Bukti", "Evidence"),
  text("Keterangan", "Remark"),
}}
local made, troubles = 0, 0
local folder = given.words[2]:sub(-1) == "/" and given.words[2] or given.words[2] .. "/"
for _, old in ipairs(spbe.files(given.words[1], ".spbe")) do
  local name = file_name(old)
  if spbe.exists(folder .. name) then
    table.insert(rows, {name, false, false, false, text("sudah ada, tidak disentuh", "there already, left alone")})
  else
    local good, problem, about, carried = pcall(carry_one, old, folder .. name)
    if not good then
      troubles = troubles + 1
      table.insert(rows, {name, false, false, false, problem})
    elseif problem then
      table.insert(rows, {name, false, false, false, problem})
    else
      made = made + 1
      table.insert(rows, {name, about.agency, carried.answers, carried.evidence, false})
    end
  end
end
spbe.show(rows)
spbe.tell(text(
  made .. " penilaian tahun " .. year .. " dibuat, " .. troubles .. " tidak dapat dibuat",
  made .. " assessments of " .. year .. " made, " .. troubles .. " could not be made"
))
if troubles > 0 then
  spbe.exit(3)
end
