--- Daftar pengingat per unit: apa yang masih kurang, yang dikembalikan, dan tenggatnya.
--- Reminders, unit by unit: what is missing, what was returned, and the deadline.

local text = spbe.text

local given = spbe.options({
  about = {
    id = "Menulis satu surat pengingat per unit dari berkas .spbe: tenggat, indikator yang dikembalikan lebih dahulu, lalu\n"
      .. "yang belum lengkap dengan apa yang kurang. Tanpa --to surat itu ditampilkan; dengan --to ditulis satu berkas\n"
      .. "teks per unit (foldernya harus diizinkan: --allow DIR).",
    en = "Writes a reminder for every unit of a .spbe file: its deadline, what was returned first, then what is not\n"
      .. "complete and what it lacks. Without --to they are shown; with --to there is one text file a unit (the folder\n"
      .. "must be allowed: --allow DIR).",
  },
  arguments = {id = "BERKAS.spbe", en = "FILE.spbe"},
  least = 1,
  most = 1,
  {"to", {id = "FOLDER", en = "FOLDER"}, {id = "folder untuk surat-surat itu", en = "folder for the reminders"}},
})

local assessment = spbe.open(given.words[1])
local about = assessment:about()
local status = assessment:status()
local units = assessment:units()
assessment:close()

local names = {}
for _, domain in ipairs(spbe.rules(about.instrument, about.year).domains or {}) do
  for _, aspect in ipairs(domain.aspects or {}) do
    for _, indicator in ipairs(aspect.indicators or {}) do
      names[indicator.id] = indicator.short_name or indicator.name
    end
  end
end

-- What an indicator lacks, as one sentence; nil when nothing.
local function lacks(indicator)
  local parts = {}
  if #(indicator.unanswered or {}) > 0 then
    table.insert(parts, text(#indicator.unanswered .. " kriteria belum dijawab", #indicator.unanswered .. " criteria are not answered"))
  end
  if indicator.evidence_missing then
    table.insert(parts, text("bukti dukung belum cukup", "evidence is missing"))
  end
  if indicator.claim_missing then
    table.insert(parts, text("belum ada tingkat yang diklaim", "no level is claimed"))
  end
  if indicator.state == "submitted" or indicator.state == "locked" or #parts == 0 then
    return nil
  end
  return table.concat(parts, "; ")
end

local by_id = {}
for _, indicator in ipairs(status.indicators) do
  by_id[indicator.id] = indicator
end

local function letter(unit)
  local returned, missing = {}, {}
  for _, id in ipairs(unit.indicators or {}) do
    local indicator = by_id[id]
    local line = "  " .. id .. "  " .. (names[id] or "") .. "\n       "
    if indicator.state == "returned" then
      table.insert(returned, line .. (indicator.returned_reason or text("dikembalikan", "returned")))
    elseif lacks(indicator) then
      table.insert(missing, line .. lacks(indicator))
    end
  end
  if #returned + #missing == 0 then
    return nil
  end
  local lines = {
    about.agency .. ", " .. about.year,
    text("Kepada unit: ", "To the unit: ") .. unit.name,
    unit.deadline and text("Tenggat: ", "Deadline: ") .. unit.deadline .. (unit.deadline < spbe.today() and text(" (sudah lewat)", " (has passed)") or "")
      or text("Tenggat belum ditetapkan.", "No deadline is set."),
    "",
  }
  local function part(title, list)
    if #list > 0 then
      table.insert(lines, title)
      for _, line in ipairs(list) do
        table.insert(lines, line)
      end
      table.insert(lines, "")
    end
  end
  part(text("Dikembalikan untuk diperbaiki:", "Returned to be mended:"), returned)
  part(text("Belum lengkap:", "Not complete:"), missing)
  return table.concat(lines, "\n")
end

-- A unit's name as a file's: letters and digits, hyphens between.
local function file_name(name)
  local out = ""
  for i = 1, #name do
    local letter_ = name:sub(i, i):lower()
    local byte = letter_:byte()
    local plain = (byte >= 97 and byte <= 122) or (byte >= 48 and byte <= 57)
    if plain then
      out = out .. letter_
    elseif out ~= "" and out:sub(-1) ~= "-" then
      out = out .. "-"
    end
  end
  return out ~= "" and out or "unit"
end

local count, used = 0, {}
for number, unit in ipairs(units) do
  local content = letter(unit)
  if content and given.to then
    local name = file_name(unit.name)
    name = used[name] and name .. "-" .. number or name
    used[name] = true
    spbe.write(given.to .. "/pengingat-" .. name .. ".txt", content)
  elseif content then
    print(content)
  end
  count = count + (content and 1 or 0)
end
spbe.tell(text(count .. " dari " .. #units .. " unit perlu diingatkan", count .. " of " .. #units .. " units need a reminder"))
