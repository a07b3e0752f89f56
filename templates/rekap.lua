--- Rekap: banyak penilaian bersama: peringkat, predikat menurut jenis instansi, rata-rata dan kuartil, nilai tiap indikator.
-- Dokumen: spbe-rollup/1 tanpa barisnya; baris datang halaman demi halaman dari rows().

include("laporan/gaya.lua")
local groups = include("rekap/kelompok.lua")
local ranking = include("rekap/peringkat.lua")
local values = include("rekap/nilai.lua")
local summary = include("rekap/ringkasan.lua")
local spread = include("rekap/indikator.lua")

about(_("Roll-up"), groups.title)
for _, group in ipairs(groups.list) do
  ranking.open(group)
  values.open(group)
end

--- Baris datang menurut kelompok, lalu menurut peringkat.
local place, done = 1, 0
local page = rows()
while page do
  for _, row in ipairs(page) do
    while done == groups.list[place].data.count do
      place, done = place + 1, 0
    end
    done = done + 1
    ranking.draw(groups.list[place], done, row)
    values.draw(groups.list[place], done, row)
  end
  page = rows()
end

for n, group in ipairs(groups.list) do
  ranking.close(group)
  values.close(group)
  spread.draw(group)
  summary.draw(group, n == 1)
end
