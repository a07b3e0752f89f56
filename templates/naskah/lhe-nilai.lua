--- Nilai semua indikator LHE dengan targetnya; rumus aspek, domain, dan indeks menghitung dari sini.

local base = include("naskah/dasar.lua")
local model = base.model
local values = {}
local page, first, basis

local column = { id = 1, name = 2, weight = 3, value = 4, level = 5, target = 6, gap = 7 }

--- Tingkat sasaran yang disebut aturan; nil bila tidak ada.
local stated = report.scale.target_level
values.target = stated ~= nil and stated > 0 and stated or nil
column.former = values.target ~= nil and 8 or 6
column.units = column.former + 2

local function value_of(item)
  return item[basis] or model.unanswered
end
values.value_of = value_of

--- Acuan satu kolom bagi indikator ke-from sampai ke-to.
local function range(name, from, to)
  return at(page, first + from - 1, column[name], first + to - 1, column[name])
end

--- Rumus nilai sebuah aspek atau domain: rerata berbobot, dibagi satu kali.
function values.mean(group)
  local units = range("units", group.first, group.last)
  return "=SUMPRODUCT(" .. range("value", group.first, group.last) .. "," .. units .. ")/SUM(" .. units .. ")"
end

--- Rumus indeks.
function values.index()
  local count = #model.indicators
  return "=SUMPRODUCT(" .. range("value", 1, count) .. "," .. range("units", 1, count) .. ")/" .. model.units
end

local function draw_row(w, item)
  local data, row, value = item.data, w.row, value_of(item)
  local number = model.fractional and "grid_two" or "grid_whole"
  local level = item.data.level_name
  if basis ~= report.basis and item.levels ~= nil then
    level = ""
    for _, one in ipairs(item.levels) do
      if value >= (one.from ~= nil and exact(one.from) or one.level) then
        level = one.name
      end
    end
  end
  page:cells(row, 1, { data.id, data.name }, { "grid_center", "grid" })
  page:number(row, column.weight, data.weight, "grid_two")
  page:number(row, column.value, value, number)
  page:text(row, column.level, level, "grid_center")
  if values.target ~= nil then
    page:number(row, column.target, values.target, "grid_whole")
    page:formula(row, column.gap, "=IF(" .. ref(row, column.value) .. ">=" .. ref(row, column.target) .. "," .. quote("✓") .. ","
      .. quote("▼") .. ")", value >= values.target and "✓" or "▼", "grid_center")
  end
  local former = base.former and base.former.values[data.id]
  if former ~= nil and base.former then
    page:number(row, column.former, former, number)
  elseif base.former then
    page:text(row, column.former, "–", number)
  end
  page:number(row, column.units, data.units, "quiet")
  w.tall(row, math.max(15, w.height(data.name, 9, 2, 2), w.height(level, 9, 5, 5)))
  w.row = row + 1
end

--- Lebar dan judul kolom: target hanya bila aturan menyebutnya, tahun lalu hanya bila ada.
local function heads()
  local widths = { 7, values.target and 46 or 58, 9, 8, 13 }
  local titles = { { _("Code"), 1, 1 }, { _("Indicator"), 2, 2 }, { _("Weight (%)"), 3, 3 }, { _("Value"), 4, 4 }, { _("Level"), 5, 5 } }
  if values.target ~= nil then
    widths[6], widths[7] = 8, 4
    titles[6], titles[7] = { _("Target"), 6, 6 }, { "", 7, 7 }
  end
  if base.former ~= nil then
    widths[column.former] = 8
    titles[column.former] = { base.former.title, column.former, column.former }
  end
  return widths, titles
end

function values.draw(sheet_of_values, result)
  page, basis = sheet_of_values, result.basis
  local widths, titles = heads()
  local w = base.writer(page, widths)
  w.section(string.format(_("Values of the %d indicators, by the %s"), #model.indicators, base.basis_names[basis]))
  w.head(titles)
  local head = w.row - 1
  first = w.row
  for _, item in ipairs(model.indicators) do
    draw_row(w, item)
  end
  if values.target ~= nil then
    w.text(string.format(_("Target of the rules: every indicator at least level %d; no pass mark."), values.target), "paper_small", 8)
  end
  page:text(head, column.units, _("Units"), "muted")
  w.close({ margin = 14, top = 14, fit_height = w.pages() <= 1.2 and 1 or 0, repeat_first = head, repeat_last = head, tab = base.look.color.gold })
end

return values
