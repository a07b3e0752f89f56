--- Dokumen hasil, disusun untuk digambar: daftar domain, aspek, indikator, kriteria, dan bukti, beserta
-- baris tempat masing-masing berdiri di lembarnya. Semua rumus dibuat dari sini.

local model = {
  aspects = {}, -- dengan domain, first dan last: urutan indikator pertama dan terakhir
  domains = {}, -- dengan first, last, aspects
  indicators = {},
  criteria = {}, -- semua kriteria tahun ini, berurutan
  evidence = {}, -- semua bukti, berurutan
  counts = {}, -- berapa bukti yang menyebut sebuah kriteria, menurut kodenya
  lowest = report.scale.lowest,
  highest = report.scale.highest,
  units = report.scale.units,
  unanswered = exact(report.scale.unanswered or tostring(report.scale.lowest)),
  at_least = report.scale.evidence_at_least or 1,
  bases = { "claimed", "supported", "verified" },
  basis = report.basis,
  full = false, -- dokumen memuat tingkat dan kriteria
}

--- Nilai dokumen sebagai bilangan; nil bila tidak ada.
local function value_of(text)
  if text == nil then
    return nil
  end
  return exact(text)
end
model.value_of = value_of

local function add_indicator(indicator, aspect, domain)
  local list = model.indicators
  local item = {
    data = indicator, aspect = aspect, domain = domain, place = #list + 1, levels = indicator.levels,
    claimed = value_of(indicator.claimed), supported = value_of(indicator.supported),
    verified = value_of(indicator.verified), value = exact(indicator.value),
  }
  list[#list + 1] = item
  aspect.first = aspect.first or item.place
  aspect.last = item.place
  model.full = model.full or indicator.levels ~= nil
end

local function add_aspect(data, domain)
  local aspect = { data = data, domain = domain, value = exact(data.exact) }
  model.aspects[#model.aspects + 1] = aspect
  for _, indicator in ipairs(data.indicators or {}) do
    add_indicator(indicator, aspect, domain)
  end
  return aspect
end

local function add_domain(data)
  local domain = { data = data, value = exact(data.exact), aspects = {} }
  model.domains[#model.domains + 1] = domain
  for _, data_of_aspect in ipairs(data.aspects) do
    domain.aspects[#domain.aspects + 1] = add_aspect(data_of_aspect, domain)
  end
  domain.first = domain.aspects[1].first
  domain.last = domain.aspects[#domain.aspects].last
end

--- Butir yang dinilai masuk ke daftar yang sama, semua butir sebuah indikator berurutan; tiap tingkat tahu
-- butir pertama dan terakhirnya.
local function add_items(item, level_of)
  local criteria = model.criteria
  for _, level in ipairs(item.levels or {}) do
    local items = level.items or {}
    if #items > 0 then
      level.first_item, level.last_item = #criteria + 1, #criteria + #items
      item.scored = true
    end
    for _, data in ipairs(items) do
      criteria[#criteria + 1] = { data = data, level = level, item = item, points = data.points }
      level_of[data.id] = level
    end
  end
end

--- Kriteria sebuah indikator masuk ke daftar; tiap tingkat tahu kriteria pertama dan terakhirnya.
-- Mengembalikan tingkat tiap kriteria menurut kodenya.
local function add_criteria(item)
  local level_of, criteria = {}, model.criteria
  add_items(item, level_of)
  for _, level in ipairs(item.levels or {}) do
    level.proofs = 0 -- berapa bukti yang mendukung kriterianya
    if #level.criteria > 0 then
      level.first, level.last = #criteria + 1, #criteria + #level.criteria
    end
    for _, criterion in ipairs(level.criteria) do
      criteria[#criteria + 1] = { data = criterion, level = level, item = item }
      level_of[criterion.id] = level
    end
  end
  return level_of
end

--- Bukti sebuah indikator masuk ke daftar; satu bukti dihitung sekali bagi setiap tingkat.
local function add_evidence(item, level_of)
  local counts = model.counts
  for _, document in ipairs(item.data.evidence or {}) do
    local counted, other = {}, {}
    for _, id in ipairs(document.supports or {}) do
      local level = level_of[id]
      if level == nil then
        other[#other + 1] = id
      else
        counted[#counted + 1] = id
        counts[id] = (counts[id] or 0) + 1
        if level.latest ~= document then
          level.latest = document
          level.proofs = level.proofs + 1
        end
      end
    end
    model.evidence[#model.evidence + 1] = { data = document, item = item, counted = counted, other = other }
  end
end

--- Awal kode kriteria sebuah tingkat: "I01.2.a" memberi "I01.2.".
local function key_of(level)
  local id = level.criteria[1].id
  local last = #id
  while last > 0 and id:sub(last, last) ~= "." do
    last = last - 1
  end
  return id:sub(1, last)
end

--- Menghitung ulang tingkat yang didukung dengan aturan rumus lembar; nil bila tidak satu pun dijawab.
-- Nilai yang dihitung fungsi paket aturan, dan nilai yang hasilnya lain daripada mesin, ditulis sebagai
-- tetapan.
local function recount(item)
  local answered, reached, below = false, nil, true
  for n, level in ipairs(item.levels) do
    if level.level ~= model.lowest + n - 1 then
      return false
    end
    for _, criterion in ipairs(level.criteria) do
      answered = answered or criterion.met ~= nil
      below = below and criterion.met == true
    end
    local some = #level.criteria > 0
    below = below and (not level.duty or (some and level.proofs >= model.at_least))
    if below or level.baseline then
      reached = level.level
    end
    level.proven_key = level.duty and some and key_of(level) or nil
  end
  return true, answered and (reached or model.unanswered) or nil
end

--- Menghitung ulang nilai dari butir dengan rumus lembar: bagian yang sama, tingkat demi tingkat; nil bila
-- tidak satu pun dijawab. Butir dengan poin yang tidak sama dihitung mesin: nilainya ditulis sebagai tetapan.
local function recount_items(item)
  local answered, value, open = false, exact(item.levels[1].from), true
  for _, level in ipairs(item.levels) do
    local met, items = 0, level.items or {}
    for _, data in ipairs(items) do
      answered = answered or data.met ~= nil
      met = met + (data.met == true and 1 or 0)
      if data.points ~= items[1].points then
        return false
      end
    end
    level.width = exact(level.to) - exact(level.from)
    if open and #items > 0 then
      value = value + met * level.width / #items
    end
    open = open and #items > 0 and met == #items
  end
  return true, answered and value or nil
end

local function judge(item)
  item.live = false
  if item.levels ~= nil and not item.data.computed and #item.levels == model.highest - model.lowest + 1
    and report.scale.items then
    if item.scored then
      local regular, value = recount_items(item)
      item.live = regular and (value == nil) == (item.supported == nil)
        and (value == nil or math.abs(value - item.supported) < 1e-9)
    end
  elseif item.levels ~= nil and not item.data.computed and #item.levels == model.highest - model.lowest + 1 then
    local regular, supported = recount(item)
    item.live = regular and supported == item.supported
  end
end

if #report.domains > 0 then
  for _, data in ipairs(report.domains) do
    add_domain(data)
  end
else
  for _, data in ipairs(report.aspects or {}) do
    add_aspect(data, nil)
  end
end
for _, item in ipairs(model.indicators) do
  add_evidence(item, add_criteria(item))
end
for _, item in ipairs(model.indicators) do
  judge(item)
end

--- Nilai tempat sebuah tingkat mulai, dan tempat ia lengkap: nomornya, kecuali bila nilai terletak di antara
-- tingkat. Sama bagi semua indikator.
local function edge_of(number, edge)
  local first = model.indicators[1]
  local level = first and first.levels and first.levels[number - model.lowest + 1]
  return level ~= nil and level[edge] ~= nil and exact(level[edge]) or number
end
function model.from_of(number)
  return edge_of(number, "from")
end
function model.to_of(number)
  return edge_of(number, "to")
end

--- Predikat dari terendah ke tertinggi.
model.bands = {}
for n = #report.scale.bands, 1, -1 do
  model.bands[#model.bands + 1] = report.scale.bands[n]
end

--- Indeks pada suatu dasar; dasar tanpa data bernilai sama bagi semua indikator.
function model.index_of(basis)
  local found = report.indexes[basis]
  if found ~= nil then
    return exact(found.exact)
  end
  return model.unanswered
end

--- Nilai indikator pada suatu dasar menurut mesin.
function model.value_on(item, basis)
  return item[basis] or model.unanswered
end

--- Urutan dasar yang dipakai.
model.basis_number = 1
for n, basis in ipairs(model.bases) do
  if basis == model.basis then
    model.basis_number = n
  end
end

model.basis_words = { _("claimed"), _("supported"), _("verified") }
model.yes, model.no = _("Yes"), _("No")

--- Angka indikator: bulat bila semuanya bulat.
model.fractional = report.scale.continuous == true
for _, item in ipairs(model.indicators) do
  for _, basis in ipairs(model.bases) do
    local value = item[basis]
    model.fractional = model.fractional or (value ~= nil and value ~= math.floor(value))
  end
end
model.value_style = model.fractional and "two" or "whole"

--- Baris lembar: kepala tabel di baris 5, isi mulai baris 6.
model.head_row = 5
model.first_row = 6
function model.indicator_row(item)
  return model.first_row + item.place - 1
end
function model.criterion_row(place)
  return model.first_row + place - 1
end

--- Tanda pada yang dibawa dari penilaian lain dan belum dikonfirmasi, di depan sebuah catatan; `given`: ada yang
-- dibawa di baris itu.
function model.carried_note(item, given, note)
  if item.data.carried == nil or not given then
    return note
  end
  local mark = _("Carried over from") .. " " .. item.data.carried .. ", " .. _("not yet confirmed")
  return note == "" and mark or mark .. ". " .. note
end

--- Kalimat diawali huruf besar dan ditutup titik.
function model.sentence(text)
  local closed = text:sub(-1) == "." or text:sub(-4) == ".”" or text:sub(-2) == ".'"
  local stop = closed and "" or "."
  return text:sub(1, 1):upper() .. text:sub(2) .. stop
end

--- Lebar beberapa kolom yang digabung, masing-masing width huruf: tepi sel ikut menjadi ruang.
function model.merged(count, width)
  return count * (width + 5 / 7) - 5 / 7
end

return model
