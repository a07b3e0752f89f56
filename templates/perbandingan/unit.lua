--- Unit bersanding: peringkat menurut nilai tertimbang, sumbangan pada indeks, klaim yang terbukti, lalu rincian indikator tiap unit.
-- Rata-rata dan sumbangan dihitung lembar dari rincian; kolom yang belum lengkap diisi nilai mesin.

local look = include("laporan/gaya.lua")
local causes = include("perbandingan/sebab.lua")
local sides = report.sides
local last_side = sides[#sides]
local highest = last_side.rules.highest
local bases = { "claimed", "met", "supported", "verified" }
local titles = { claimed = _("Claimed"), met = _("Met"), supported = _("Supported"), verified = _("Verified") }
local columns = { claimed = 6, met = 7, supported = 8, verified = 9 } -- di lembar rincian
local colors = { claimed = look.color.gold, met = "#6B7280", supported = look.color.teal, verified = look.color.navy }
local short = { open = _("open"), submitted = _("submitted"), returned = _("returned"), locked = _("locked") }

style("share", { base = "center", format = "0%" })
style("gain", { base = "center", format = "0.000" })
style("gain_bold", { base = "gain", bold = true })
style("unit_gap", { base = "center", format = "+0.00;-0.00;0.00", bold = true })

local function name_of(unit)
  return unit.name or _("(no unit)")
end

local function standing(unit)
  return unit.sides[#unit.sides]
end

--- Rincian: satu baris tiap indikator, unit demi unit; mengembalikan baris pertama dan terakhir tiap unit.
local function draw_detail(title)
  local page = sheet(_("By unit"))
  local heads = { _("Unit"), _("Id"), _("Indicator"), _("Weight"), _("State"), titles.claimed, titles.met, titles.supported,
    titles.verified, _("Value"), _("Contribution"), _("Still to gain"), _("Why") }
  local widths = { 22, 6, 34, 8, 10, 9, 10, 9, 12, 8, 11, 10, 74 }
  look.band(page, #heads, _("The indicators of each unit"), cut(title, 240))
  page:merge(4, 1, 4, #heads, _("In each unit first what would still bring most to the index."), "muted")
  for column, width in ipairs(widths) do
    page:columns(column, column, width)
    page:text(5, column, heads[column], "head_center")
  end
  page:row(5, 28)
  local row, places = 5, {}
  for _n, unit in ipairs(report.by_unit) do
    local place = { first = row + 1 }
    for _m, one in ipairs(unit.indicators) do
      row = row + 1
      local why = cut(table.concat(causes.lines_of(one), "\n"), 3000)
      page:text(row, 1, name_of(unit), "cell")
      page:text(row, 2, one.id, "center")
      page:text(row, 3, one.name, "cell")
      page:number(row, 4, one.weight, "two")
      page:text(row, 5, short[one.state], "center")
      for _k, basis in ipairs(bases) do
        if one[basis] then
          page:number(row, columns[basis], one[basis], "two")
        else
          page:blank(row, columns[basis], "center")
        end
      end
      page:number(row, 10, one.value, "two")
      page:formula(row, 11, "=" .. ref(row, 10) .. "*" .. one.units .. "/" .. report.units, exact(one.contribution), "gain")
      page:formula(row, 12, "=(" .. highest .. "-" .. ref(row, 10) .. ")*" .. one.units .. "/" .. report.units, exact(one.missing), "gain")
      page:text(row, 13, why, "small")
      page:row(row, look.height(math.max(1, lines(why, 74, 8) * 0.86, lines(one.name, 34, 9))))
    end
    place.last = row
    places[#places + 1] = place
  end
  page:filter(5, 1, row, #heads)
  page:view({ freeze_row = 6, freeze_column = 4, tab = look.color.gold })
  page:page({ landscape = true, fit_width = 1, fit_height = 0, left = 8, right = 8, top = 10, bottom = 14, repeat_first = 1, repeat_last = 5,
    footer_left = cut(title, 80), footer_right = _("Page {page} of {pages}") })
  return page, places
end

--- Rata-rata tertimbang sebuah unit: rumus bila semua indikatornya bernilai, selainnya angka mesin.
local function mean(page, row, column, detail, place, from, data, complete)
  if data == nil then
    page:text(row, column, "–", "center")
  elseif complete then
    local weights = at(detail, place.first, 4, place.last, 4)
    page:formula(row, column, "=SUMPRODUCT(" .. at(detail, place.first, from, place.last, from) .. "," .. weights .. ")/SUM(" .. weights .. ")",
      exact(data), "two")
  else
    page:number(row, column, data, "two")
  end
end

local function share(page, row, column, part, whole)
  page:cells(row, column, { part, whole }, { "whole", "quiet" })
  if whole > 0 then
    page:formula(row, column + 2, "=" .. ref(row, column) .. "/" .. ref(row, column + 1), exact(part .. "/" .. whole), "share")
  else
    page:text(row, column + 2, "–", "center")
  end
end

local function draw_rank(page, row, detail, places)
  page:merge(row, 1, row, 16, _("Ranked by the value of each unit"), "section")
  row = row + 1
  page:cells(row, 1, { "", _("Unit"), _("Ind."), titles.claimed, titles.met, titles.supported, titles.verified, _("Value"), _("Contribution"),
    _("Still to gain"), _("Proven"), _("of claims"), "%", _("Accepted"), _("of judged"), "%" }, "head_center")
  page:row(row, 28)
  local first = row + 1
  for n, unit in ipairs(report.by_unit) do
    row = row + 1
    local now, place = standing(unit), places[n]
    page:cells(row, 1, { unit.name and n or "", name_of(unit), now.indicators }, { "center", "cell", "whole" })
    for k, basis in ipairs(bases) do
      local complete = basis == "met" or now.given[basis] == now.indicators
      mean(page, row, 3 + k, detail, place, columns[basis], now[basis], complete)
    end
    mean(page, row, 8, detail, place, 10, now.value, place.last >= place.first)
    for k = 0, 1 do
      local range = at(detail, place.first, 11 + k, place.last, 11 + k)
      if now.gained == nil then
        page:text(row, 9 + k, "–", "center")
      else
        page:formula(row, 9 + k, "=SUM(" .. range .. ")", exact(k == 0 and now.gained or now.missing), "gain")
      end
    end
    share(page, row, 11, now.borne_out, now.claims)
    share(page, row, 14, now.accepted, now.judged)
    page:row(row, look.height(lines(name_of(unit), 36, 9)))
  end
  page:cells(row + 1, 1, { "", _("Together, points of the index") }, "bold")
  for k = 9, 10 do
    local sum = report.by_unit_sum[k == 9 and "gained" or "missing"]
    page:formula(row + 1, k, "=SUM(" .. ref(first, k, row, k) .. ")", exact(sum), "gain_bold")
  end
  return first, row
end

--- Beberapa sisi: nilai tiap unit pada tiap sisi, dan selisihnya.
local function draw_trend(page, row, label)
  page:merge(row, 1, row, 16, _("What rose and fell, unit by unit"), "section")
  row = row + 1
  local heads = { "", _("Unit"), "" }
  for n in ipairs(sides) do
    heads[#heads + 1] = label(n)
  end
  heads[#heads + 1] = _("Difference")
  page:cells(row, 1, heads, "head_center")
  page:row(row, 28)
  local first = row + 1
  for _n, unit in ipairs(report.by_unit) do
    row = row + 1
    page:cells(row, 1, { "", name_of(unit), "" }, { "center", "cell", "center" })
    for n, side in ipairs(unit.sides) do
      if side.value then
        page:number(row, 3 + n, side.value, "two")
      else
        page:text(row, 3 + n, "–", "center")
      end
    end
    if unit.delta then
      page:formula(row, 4 + #sides, "=" .. ref(row, 3 + #sides) .. "-" .. ref(row, 4), exact(unit.delta), "unit_gap")
    else
      page:text(row, 4 + #sides, "–", "center")
    end
    page:row(row, look.height(lines(name_of(unit), 36, 9)))
  end
  page:condition(first, 4 + #sides, row, 4 + #sides, { formula = "=ROUND(" .. ref(first, 4 + #sides) .. ",9)>0", style = "up" })
  page:condition(first, 4 + #sides, row, 4 + #sides, { formula = "=ROUND(" .. ref(first, 4 + #sides) .. ",9)<0", style = "down" })
  return row, first
end

local function chart_means(page, row, first, bottom, height)
  local series = {}
  for _n, basis in ipairs({ "claimed", "supported", "verified" }) do
    local any = false
    for _m, unit in ipairs(report.by_unit) do
      any = any or standing(unit)[basis] ~= nil
    end
    if any then
      local column = 3 + (basis == "claimed" and 1 or basis == "supported" and 3 or 4)
      series[#series + 1] = { name = titles[basis], categories = "=" .. at(page, first, 2, bottom, 2),
        values = "=" .. at(page, first, column, bottom, column), color = colors[basis], labels = true, label_format = "0.00" }
    end
  end
  page:chart(row, 1, { kind = "bar", width = 560, height = height, x = 2, y = 4, font = "Arial", legend = "bottom", gap = 40,
    title = _("Claimed, supported, verified"), description = _("Means of each unit on the three bases"), category = { size = 8, reverse = true },
    value = { least = 0, most = highest, hidden = true }, series = series })
end

local function chart_gains(page, row, first, bottom, height)
  local series = {}
  for n, column in ipairs({ 9, 10 }) do
    series[n] = { name = n == 1 and _("brought to the index") or _("still to gain"), categories = "=" .. at(page, first, 2, bottom, 2),
      values = "=" .. at(page, first, column, bottom, column), color = n == 1 and look.color.teal or "#E3D3B5", labels = true,
      label_format = "0.00", label_color = n == 1 and look.color.white or look.color.ink }
  end
  page:chart(row, 8, { kind = "bar_stacked", width = 560, height = height, x = 30, y = 4, font = "Arial", legend = "bottom", gap = 40, overlap = 100,
    title = _("Contribution to the index"), description = _("Contribution of each unit to the index, and what is left"),
    category = { size = 8, reverse = true }, value = { least = 0, hidden = true }, series = series })
end

--- Tahun demi tahun (atau dasar demi dasar) sebagai batang tiap unit.
local function chart_trend(page, row, first, bottom, label)
  local series, shades = {}, { "#D9C7A3", look.color.gold, "#8FA3BC", look.color.teal, look.color.navy }
  for n = math.max(1, #sides - #shades + 1), #sides do
    series[#series + 1] = { name = label(n), categories = "=" .. at(page, first, 2, bottom, 2), values = "=" .. at(page, first, 3 + n, bottom, 3 + n),
      color = shades[#shades - #sides + n] or shades[1], labels = #sides < 4, label_format = "0.00" }
  end
  page:chart(row, 1, { kind = "column", width = 1120, height = 260, x = 2, y = 4, font = "Arial", legend = "bottom", gap = 60,
    title = _("Value of each unit"), description = _("Value of each unit on every side"), category = { size = 8 },
    value = { least = 0, most = highest, step = 1, gridlines = true, size = 8 }, series = series })
end

local function draw_notes(page, row)
  for _n, text in ipairs({
    _("Claimed, met, supported, verified: means by weight; met counts the answers alone, supported also asks for evidence."),
    _("Proven: claims that evidence bears out. Accepted: claims that the assessor kept, of those judged."),
    _("Value: on the basis compared. Contribution: points of the index that the unit brings, and those it could still bring.") }) do
    page:merge(row, 1, row, 16, text, "muted")
    row = row + 1
  end
  return row
end

--- Lembar unit. page: lembar kosong yang berkepala; row: baris pertama yang kosong.
local function draw(page, row, title, label)
  local detail, places = draw_detail(title)
  page:columns(1, 1, 6)
  page:columns(2, 2, 36)
  page:columns(3, 3, 6)
  page:columns(4, 16, 10)
  local first, bottom = draw_rank(page, row, detail, places)
  row = draw_notes(page, bottom + 2)
  if #sides > 1 then
    local trend_bottom, trend_first = draw_trend(page, row + 1, label)
    chart_trend(page, trend_bottom + 2, trend_first, trend_bottom, label)
    row = trend_bottom + 17
  end
  local height = math.min(900, 110 + 46 * #report.by_unit)
  chart_means(page, row + 1, first, bottom, height)
  chart_gains(page, row + 1, first, bottom, height)
  return row + 2 + math.ceil(height / 20)
end

--- Cara cetak dan tampil lembar unit yang berdiri sendiri.
local function finish(page, row, title)
  page:view({ tab = look.color.teal, gridlines = false })
  page:page({ landscape = true, fit_width = 1, fit_height = 1, center = true, left = 10, right = 10, top = 10, bottom = 14,
    area = { 1, 1, row, 16 }, footer_left = cut(title, 80), footer_right = last_side.rules.id })
end

return { draw = draw, finish = finish, last = 16 }
