--- Kelompok penilaian: satu instrumen dan satu tahun. Lembar dan letak kolomnya.

local groups = { list = {}, title = "" }

--- Di atas sekian sel, nilai tiap indikator ditinggalkan agar peringkat tetap muat.
local most_cells = 450000

--- Nama lembar; bila kelompoknya beberapa, dengan nomor dan tahunnya.
local function name(word, n, data)
  if #report.groups == 1 then
    return word
  end
  return cut(word, 16) .. " " .. n .. " " .. cut(data.rules.id, 6) .. " " .. data.year
end

local total = 0
for _, data in ipairs(report.groups) do
  total = total + data.count * (10 + #data.domains + #data.aspects + #data.indicators)
end

for n, data in ipairs(report.groups) do
  local group = { data = data, parts = {}, detailed = total <= most_cells, partial = data.complete < data.count }
  for _, domain in ipairs(data.domains) do
    group.parts[#group.parts + 1] = { data = domain, kind = "domain" }
  end
  for _, aspect in ipairs(data.aspects) do
    group.parts[#group.parts + 1] = { data = aspect, kind = "aspect" }
  end
  group.title = data.rules.title .. " · " .. _("Year") .. " " .. data.year
  group.footer = cut(data.rules.short_title, 60) .. " · " .. data.year
  group.summary = sheet(name(_("Roll-up"), n, data))
  group.ranking = sheet(name(_("Ranking"), n, data))
  group.spread = sheet(name(_("Indicators"), n, data))
  if group.detailed then
    group.values = sheet(name(_("Values"), n, data))
  end
  groups.list[n] = group
end
groups.title = cut(groups.list[1].title, 200)

--- Kata jenis instansi dan dasar nilai bagi pembaca.
local kinds = { kementerian = _("ministry"), lembaga = _("agency of the state"), provinsi = _("province"),
  kabupaten = _("regency"), kota = _("city"), lainnya = _("other") }
function groups.kind(word)
  if word == nil then
    return _("(no kind)")
  end
  return kinds[word]
end

groups.basis = { claimed = _("claimed"), supported = _("supported"), verified = _("verified") }

--- Baris pertama tabel peringkat dan nilai, dan baris terakhir sebuah kelompok.
groups.first = 6
function groups.last(group)
  return groups.first + group.data.count - 1
end

return groups
