--- Lembar Indikator: rata-rata dan kuartil setiap indikator, menurut urutan instrumen.

local look = include("laporan/gaya.lua")
local groups = include("rekap/kelompok.lua")
local values = include("rekap/nilai.lua")
local spread = {}

local column = { id = 1, name = 2, weight = 3, mean = 4, least = 5, most = 9, given = 10, of = 11 }
local widths = { 7, 56, 9, 9, 9, 9.5, 9, 9.5, 9, 8, 8 }
local measures = { "least", "lower", "median", "upper", "most" }

style("spread_mean", { base = "two", bold = true })
style("spread_weight", { base = "center", format = "0.00", color = look.color.muted })
style("spread_short", { color = look.color.bad, bold = true })

--- Rata-rata ialah rumus atas lembar Nilai bila setiap penilaian memiliki nilainya; selebihnya ditulis mesin.
local function draw_indicator(group, n, data)
  local page, row = group.spread, groups.first + n - 1
  local text = cut(data.name, 120)
  page:cells(row, column.id, { data.id, text, exact(data.weight) }, { "center", "cell", "spread_weight" })
  if group.detailed and data.given == data.count and data.mean_exact ~= nil then
    page:formula(row, column.mean, "=SUM(" .. values.range(group, n) .. ")/" .. data.count, exact(data.mean_exact), "spread_mean")
  else
    page:number(row, column.mean, data.mean_exact or 0, "spread_mean")
  end
  for k, key in ipairs(measures) do
    page:number(row, column.least + k - 1, data[key] or 0, "two")
  end
  page:cells(row, column.given, { data.given, data.count }, { "whole", "quiet" })
  page:row(row, 5 + 12 * lines(text, widths[column.name], 9))
end

function spread.draw(group)
  local page, data = group.spread, group.data
  local first, last = groups.first, groups.first + #data.indicators - 1
  for n, width in ipairs(widths) do
    page:columns(n, n, width)
  end
  look.band(page, column.of, _("Mean and quartiles of the indicators"), cut(group.title, 240))
  page:row(4, 6)
  page:table(first - 1, 1, last, column.of, { name = "Indikator" .. group.ranking_number, header = "head_center", filter = true,
    columns = { _("No."), _("Indicator"), _("Weight (%)"), _("Mean"), _("Lowest"), _("Quartile 1"), _("Median"), _("Quartile 3"),
      _("Highest"), _("Given"), _("Of") } })
  page:row(first - 1, 26)
  for n, indicator in ipairs(data.indicators) do
    draw_indicator(group, n, indicator)
  end
  page:condition(first, column.mean, last, column.mean,
    { low = "#FADFDB", high = "#B9E2CE", least = data.scale.lowest, most = data.scale.highest })
  page:condition(first, column.given, last, column.of,
    { formula = "=$" .. ref(first, column.given) .. "<$" .. ref(first, column.of), style = "spread_short" })
  page:view({ freeze_row = first, freeze_column = 3, tab = look.color.teal })
  page:page({ fit_width = 1, fit_height = 0, left = 10, right = 10, top = 10, bottom = 14, repeat_first = 1, repeat_last = first - 1,
    area = { 1, 1, last, column.of }, footer_left = group.footer, footer_right = _("Page {page} of {pages}") })
end

return spread
