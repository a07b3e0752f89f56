--- Lembar Nilai: nilai tiap indikator tiap penilaian; indeks dihitung dari sana.

local look = include("laporan/gaya.lua")
local groups = include("rekap/kelompok.lua")
local values = {}

values.index, values.first = 3, 4
local weight_row = 5

style("weight", { base = "center", size = 7, color = look.color.muted, format = "0.00" })
style("grade", { base = "center", size = 8, format = "0.##" })
style("grade_whole", { base = "center", size = 8, format = "0" })

--- Apakah semua nilai kelompok bulat: dari nilai terendah, tengah, dan tertinggi tiap indikator.
local function is_whole(data)
  for _, indicator in ipairs(data.indicators) do
    for _, key in ipairs({ "least", "most" }) do
      local value = indicator[key]
      if value ~= nil and exact(value) ~= math.floor(exact(value)) then
        return false
      end
    end
  end
  return true
end

function values.open(group)
  if not group.detailed then
    return
  end
  local page, data = group.values, group.data
  local last = values.first + #data.indicators - 1
  local looks = {}
  local grade = is_whole(data) and "grade_whole" or "grade"
  page:columns(1, 1, 9)
  page:columns(2, 2, 38)
  page:columns(values.index, values.index, 8)
  page:columns(values.first, last, 4.6)
  look.band(page, last, _("Values of the indicators"), cut(group.title, 240))
  page:cells(4, 1, { _("Rank"), _("Agency"), _("Index") }, "head_center")
  page:cells(weight_row, 1, { "", _("Weight (units)"), data.scale.units }, "weight_head")
  for n, indicator in ipairs(data.indicators) do
    page:text(4, values.first + n - 1, indicator.id .. "  " .. cut(indicator.short_name, 34), "head_upright")
    page:number(weight_row, values.first + n - 1, indicator.units, "weight_units")
    looks[n] = grade
  end
  page:row(4, 130)
  group.value_looks, group.value_last = looks, last
  group.weights = fixed(weight_row, values.first, weight_row, last)
  group.units = fixed(weight_row, values.index)
end

--- Rumus indeks; yang tidak bernilai dihitung sebagaimana aturan.
local function formula(group, row)
  local range = ref(row, values.first, row, group.value_last)
  local sum = "SUMPRODUCT(" .. range .. "," .. group.weights .. ")"
  local unanswered = exact(group.data.scale.unanswered)
  if group.partial and unanswered ~= 0 then
    sum = "(" .. sum .. "+" .. unanswered .. "*SUMPRODUCT((" .. range .. "=\"\")*" .. group.weights .. "))"
  end
  return "=" .. sum .. "/" .. group.units
end

function values.draw(group, n, row)
  if not group.detailed then
    return
  end
  local page, at_row = group.values, groups.first + n - 1
  local cells = {}
  for i, value in ipairs(row.indicators) do
    cells[i] = value and exact(value)
  end
  page:cells(at_row, 1, { row.rank, cut(row.agency, 300) }, "name_small")
  page:formula(at_row, values.index, formula(group, at_row), exact(row.index.exact), "index")
  page:cells(at_row, values.first, cells, group.value_looks)
end

function values.close(group)
  if not group.detailed then
    return
  end
  local page, scale = group.values, group.data.scale
  local first, last = groups.first, groups.last(group)
  local steps = scale.highest - scale.lowest + 1
  page:condition(first, values.first, last, group.value_last, { formula = "=" .. ref(first, values.first) .. "=\"\"", style = "hole" })
  for level = scale.lowest, scale.highest do
    local step = look.step_of(look.steps, level - scale.lowest + 1, steps)
    for place, one in ipairs(look.steps) do
      if one == step then
        page:condition(first, values.first, last, group.value_last,
          { least = level, most = level + (level == scale.highest and 0 or 0.99), style = "level_" .. place })
      end
    end
  end
  page:view({ freeze_row = first, freeze_column = values.first, tab = look.color.gold })
  page:page({ landscape = true, fit_width = 1, fit_height = 0, left = 6, right = 6, top = 10, bottom = 12,
    repeat_first = 4, repeat_last = weight_row, footer_left = group.footer, footer_right = _("Page {page} of {pages}") })
end

--- Rujukan kolom sebuah indikator, dan kolom indeks.
function values.range(group, n)
  return at(group.values, groups.first, values.first + n - 1, groups.last(group), values.first + n - 1)
end
function values.indices(group)
  return at(group.values, groups.first, values.index, groups.last(group), values.index)
end

style("head_upright", { base = "head", rotation = 90, valign = "bottom", align = "left", size = 7, bold = false })
style("weight_head", { base = "muted", bottom = "thin", line_color = look.color.line })
style("weight_units", { base = "weight", size = 6, format = "0", bottom = "thin", line_color = look.color.line })
style("name_small", { base = "cell", size = 8, wrap = false })
style("hole", { fill = "#E5E7EB" })

return values
