--- Pemeriksaan bukti dukung: apa yang akan dipersoalkan asesor, per dokumen.
--- Audit of evidence: what an assessor would object to, document by document.

local text = spbe.text

local given = spbe.options({
  about = {
    id = "Memeriksa bukti dukung berkas .spbe sebelum asesor melakukannya: dokumen tanpa isi, tanpa tanggal, tanpa\n"
      .. "nomor, yang tidak mendukung apa pun, yang sama untuk beberapa indikator, dan peringatan mesin tentangnya.",
    en = "Looks at the evidence of .spbe files before an assessor does: documents without content, date or number,\n"
      .. "that support nothing, that serve several indicators, and what the engine warns of.",
  },
  arguments = {id = "BERKAS.spbe...", en = "FILE.spbe..."},
  least = 1,
  {"out", {id = "AUDIT.csv", en = "AUDIT.csv"}, {id = "tulis pula sebagai CSV", en = "write it as CSV, too"}},
})

local rows = {{text("Instansi", "Agency"), text("Di", "Where"), text("Dokumen", "Document"), text("Temuan", "Finding")}}

-- What of one item alone is amiss, as a list of sentences.
local function faults(item)
  local found = {}
  local function say(id, en)
    table.insert(found, text(id, en))
  end
  if item.file == nil and item.sha256 == nil then
    say("dokumennya tidak terlampir dan tidak disebut", "its document is neither attached nor named")
  end
  if item.date == nil then
    say("tanpa tanggal", "has no date")
  end
  if item.number == nil then
    say("tanpa nomor", "has no number")
  end
  if #(item.supports or {}) == 0 then
    say("tidak mendukung kriteria apa pun, sehingga tidak dihitung", "supports no criterion, so it does not count")
  end
  return found
end

-- The indicators that each content serves, in order.
local function by_content(items)
  local places = {}
  for _, item in ipairs(items) do
    if item.sha256 and not item.withdrawn and not item.replaced_by then
      places[item.sha256] = places[item.sha256] or {}
      local list = places[item.sha256]
      if list[#list] ~= item.indicator then
        table.insert(list, item.indicator)
      end
    end
  end
  return places
end

local function audit(file)
  local assessment = spbe.open(file)
  local agency = assessment:about().agency
  local items = assessment:evidence()
  local places = by_content(items)
  assessment:close()
  for _, item in ipairs(items) do
    if not item.withdrawn and not item.replaced_by then
      for _, sentence in ipairs(faults(item)) do
        table.insert(rows, {agency, item.indicator, item.title or item.id, sentence})
      end
      local same = item.sha256 and places[item.sha256] or {}
      if #same > 1 and same[1] == item.indicator then
        table.insert(rows, {agency, item.indicator, item.title or item.id,
          text("dokumen yang sama dipakai untuk ", "the same document serves ") .. table.concat(same, ", ")})
      end
    end
  end
  for _, problem in ipairs(spbe.evaluate(file).problems or {}) do
    if problem.severity ~= "notice" then
      table.insert(rows, {agency, problem.where or "", false, problem.message})
    end
  end
end

for _, file in ipairs(given.words) do
  audit(file)
end
spbe.show(rows)
if given.out then
  spbe.write_csv(given.out, rows)
end
spbe.tell(text(#rows - 1 .. " temuan", #rows - 1 .. " findings"))
spbe.exit(#rows > 1 and 1 or 0)
