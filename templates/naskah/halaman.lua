--- Pemenggalan halaman: sebuah blok tidak terpotong bila muat di satu halaman; yang lebih panjang dipenggal di
-- antara bagiannya, dan hanya bagian yang lebih panjang dari selembar dipenggal di antara barisnya.

local pages = {}
local most = 1000 -- penggalan yang dapat dimuat selembar

--- Tinggi halaman A4 yang tersisa bagi baris, dalam poin: kertas dikurangi tepi (milimeter) dan kepala yang diulang.
-- Sedikit ditahan, karena tiap program membulatkan tinggi baris sendiri.
function pages.room(landscape, margins, head)
  return ((landscape and 210 or 297) - margins) * 72 / 25.4 * 0.96 - head
end

--- Tinggi baris from sampai to.
local function sum(heights, from, to)
  local all = 0
  for row = from, to do
    all = all + (heights[row] or 15)
  end
  return all
end

--- Awal-awal di antara from dan to, diakhiri baris sesudah to.
local function starts_in(marks, from, to)
  local found = { from }
  for row = from + 1, to do
    if marks[row] then
      found[#found + 1] = row
    end
  end
  found[#found + 1] = to + 1
  return found
end

--- Baris-baris yang mengawali halaman baru.
-- heights: tinggi tiap baris first sampai last; blocks dan parts: baris awal blok dan awal bagian; room: tinggi halaman.
function pages.breaks(first, last, heights, blocks, parts, room)
  local found, used = {}, 0
  local function turn(row)
    if used > 0 and #found < most then
      found[#found + 1] = row
      used = 0
    end
  end
  --- Meletakkan potongan from sampai to; yang tidak muat diteruskan ke smaller, atau diawali halaman baru.
  -- keep: sesudah terisi sekian bagian halaman, potongan yang muat di satu halaman tidak dipenggal.
  local function split(from, to, marks, keep, smaller)
    local starts = starts_in(marks, from, to)
    for n = 1, #starts - 1 do
      local start, stop = starts[n], starts[n + 1] - 1
      local height = sum(heights, start, stop)
      local fits, whole = used + height <= room, height <= room and used >= keep * room
      if fits or whole or smaller == nil then
        if not fits then
          turn(start)
        end
        used = used + height
      else
        if used > 0.6 * room then
          turn(start)
        end
        smaller(start, stop)
      end
    end
  end
  local function rows(from, to)
    local every = {}
    for row = from, to do
      every[row] = true
    end
    split(from, to, every, 0)
  end
  split(first, last, blocks, 0, function(from, to) split(from, to, parts, 0.6, rows) end)
  return found
end

return pages
