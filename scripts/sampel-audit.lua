--- Sampel acak untuk audit, berlapis per domain, yang dapat diulang dengan benihnya.
--- Random sample for an audit, stratified by domain, that its seed draws again.

local text = spbe.text

local given = spbe.options({
  about = {
    id = "Menarik indikator secara acak dari setiap domain untuk diaudit, pada setiap penilaian. Benih yang sama memberi\n"
      .. "sampel yang sama di setiap mesin; tuliskan benihnya dalam berita acara. Setiap penilaian memiliki undian sendiri.",
    en = "Draws indicators at random from every domain, for an audit of each assessment. The same seed gives the same\n"
      .. "sample on every machine; put the seed on record. Every assessment has a draw of its own.",
  },
  arguments = {id = "MASUKAN...", en = "INPUT..."},
  least = 1,
  {"seed", {id = "TEKS", en = "TEXT"}, {id = "benih undian (wajib)", en = "seed of the draw (needed)"}, needed = true},
  {"count", "N", {id = "banyaknya indikator per domain (2)", en = "indicators of each domain (2)"}, whole = true, default = 2},
  {"out", "SAMPEL.csv", {id = "tulis pula sebagai CSV", en = "write it as CSV, too"}},
})

-- The strata of a result: its domains, else its aspects.
local function strata(result)
  local list = {}
  for _, domain in ipairs(result.domains) do
    local indicators = {}
    for _, aspect in ipairs(domain.aspects) do
      for _, indicator in ipairs(aspect.indicators) do
        table.insert(indicators, indicator)
      end
    end
    table.insert(list, {id = domain.id, indicators = indicators})
  end
  for _, aspect in ipairs(result.aspects or {}) do
    table.insert(list, {id = aspect.id, indicators = aspect.indicators})
  end
  return list
end

local rows = {{text("Instansi", "Agency"), text("Lapisan", "Stratum"), text("Indikator", "Indicator"), text("Nama", "Name"),
  text("Klaim", "Claimed"), text("Didukung", "Supported")}}
local bad = 0
for item in spbe.results(given.words) do
  if item.problem then
    bad = bad + 1
    spbe.tell(item.problem)
  else
    local agency = item.result.assessment.agency.name
    for _, stratum in ipairs(strata(item.result)) do
      local seed = given.seed .. "|" .. agency .. "|" .. item.result.assessment.year .. "|" .. stratum.id
      local drawn = spbe.sample(stratum.indicators, math.min(given.count, #stratum.indicators), seed)
      table.sort(drawn, function(a, b)
        return a.no < b.no
      end)
      for _, indicator in ipairs(drawn) do
        table.insert(rows, {agency, stratum.id, indicator.id, indicator.short_name or indicator.name,
          indicator.claimed and tostring(indicator.claimed) or "–", indicator.supported and tostring(indicator.supported) or "–"})
      end
    end
  end
end
spbe.show(rows)
if given.out then
  spbe.write_csv(given.out, rows)
end
spbe.tell(text("benih: ", "seed: ") .. given.seed)
spbe.exit(bad > 0 and 3 or 0)
