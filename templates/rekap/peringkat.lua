--- Lembar Peringkat: satu baris per penilaian, terurut menurut indeks tepat.

local look = include("laporan/gaya.lua")
local groups = include("rekap/kelompok.lua")
local ranking = {}

--- Letak kolom.
ranking.agency, ranking.kind, ranking.index, ranking.predicate, ranking.given, ranking.parts = 2, 3, 4, 5, 6, 9
local widths = { 9, 42, 13, 9, 15, 8, 8, 13 }

style("rank", { base = "center", bold = true, color = look.color.navy })
style("index", { base = "two", bold = true })
style("part", { base = "center", size = 8, format = "0.00" })
style("incomplete", { color = look.color.bad, bold = true })

function ranking.open(group)
  local page = group.ranking
  local titles = { _("Rank"), _("Agency"), _("Kind"), _("Index"), _("Predicate"), _("Given"), _("Of"), _("Basis") }
  local looks = { "rank", "cell", "center", "index", "center", "whole", "quiet", "center" }
  for n, part in ipairs(group.parts) do
    titles[#titles + 1] = part.data.id
    looks[#looks + 1] = "part"
    page:text(4, ranking.parts + n - 1, cut(part.data.name, 60), "upright")
  end
  for column, width in ipairs(widths) do
    page:columns(column, column, width)
  end
  if #group.parts > 0 then
    page:columns(ranking.parts, ranking.parts + #group.parts - 1, 7)
  end
  look.band(page, #titles, _("Ranking"), cut(group.title, 240))
  page:row(4, 120)
  page:row(5, 24)
  page:table(groups.first - 1, 1, groups.last(group), #titles,
    { name = "Peringkat" .. group.ranking_number, header = "head_center", filter = true, columns = titles })
  group.ranking_looks, group.ranking_columns = looks, #titles
end

function ranking.draw(group, n, row)
  local cells = { row.rank, cut(row.agency, 300), groups.kind(row.kind), exact(row.index.exact),
    row.index.predicate == "" and "–" or row.index.predicate, row.index.given, row.index.of, groups.basis[row.basis] }
  for _, value in ipairs(row.domains) do
    cells[#cells + 1] = exact(value)
  end
  for _, value in ipairs(row.aspects) do
    cells[#cells + 1] = exact(value)
  end
  group.ranking:cells(groups.first + n - 1, 1, cells, group.ranking_looks)
end

function ranking.close(group)
  local page = group.ranking
  local first, last = groups.first, groups.last(group)
  local scale = group.data.scale
  for n, band in ipairs(scale.bands) do
    local fill = look.step_of(look.steps, #scale.bands - n + 1, #scale.bands)
    for place, step in ipairs(look.steps) do
      if fill == step then
        page:condition(first, ranking.predicate, last, ranking.predicate, { equal = band, style = "level_" .. place })
      end
    end
  end
  page:condition(first, ranking.given, last, ranking.given + 1,
    { formula = "=$" .. ref(first, ranking.given) .. "<$" .. ref(first, ranking.given + 1), style = "incomplete" })
  page:condition(first, ranking.index, last, ranking.index,
    { bar = "#BFD7EA", least = scale.lowest, most = scale.highest })
  if #group.parts > 0 then
    page:condition(first, ranking.parts, last, group.ranking_columns,
      { low = "#FADFDB", high = "#B9E2CE", least = scale.lowest, most = scale.highest })
  end
  page:view({ freeze_row = first, freeze_column = 3, tab = look.color.teal })
  page:page({ landscape = true, fit_width = 1, fit_height = 0, left = 8, right = 8, top = 10, bottom = 14,
    repeat_first = 1, repeat_last = first - 1, footer_left = group.footer, footer_right = _("Page {page} of {pages}") })
end

--- Rujukan sebuah kolom bagi rumus lembar lain.
function ranking.range(group, column)
  return at(group.ranking, groups.first, column, groups.last(group), column)
end

style("upright", { base = "muted", rotation = 90, valign = "bottom", align = "center", wrap = true, size = 7 })
for n, group in ipairs(groups.list) do
  group.ranking_number = n
end

return ranking
