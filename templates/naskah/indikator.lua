--- Satu blok tiap indikator: nilai, alasan, tahap asesor, kriteria dengan jawaban dan bukti, bukti, peringatan.
-- Baris dikumpulkan lebih dahulu, sehingga lembar lain tahu di baris mana tiap blok mulai.

local base = include("naskah/dasar.lua")
local list = include("naskah/sengketa.lua")
local pages = include("naskah/halaman.lua")
local model = base.model
local indicator = {}
local lines, cut, max, min, concat = lines, cut, math.max, math.min, table.concat

local widths = { 10, 46, 10, 30 }
local first_row = 5
local answers = { [true] = model.yes, [false] = model.no }
local rows, starts = {}, nil -- rows: semua baris yang akan digambar; starts: baris pertama tiap blok
local part_next = false -- baris berikut mengawali bagian blok

local problems = {}

--- Indikator yang dimaksud sebuah tempat: "I07.3.a" dan "I07" memberi "I07".
function indicator.owner(where)
  local dot = where:find(".", 1, true)
  local id = dot and where:sub(1, dot - 1) or where
  return starts[id] ~= nil and id or nil
end

-- ---- baris ---------------------------------------------------------------------------------------------

local function tall(text, size, width, bold)
  return lines(text, width, size, bold) * size * 1.32 + 4
end

local full = widths[1] + widths[2] + widths[3] + widths[4] + 3 * 5 / 7

local function add_row(entry)
  entry.part, part_next = part_next, false
  rows[#rows + 1] = entry
end

--- Satu teks selebar halaman.
local function add_text(text, style_name, size)
  text = cut(text, 4000)
  add_row({ text = text, style = style_name, height = min(400, tall(text, size or 9, full - 1)) })
end

--- Empat sel.
local function add_cells(cells, styles)
  local height = 15
  for place, text in ipairs(cells) do
    cells[place] = cut(text, 4000)
    height = max(height, tall(cells[place], 9, widths[place]))
  end
  add_row({ cells = cells, styles = styles, height = min(400, height) })
end

local met_styles = { [true] = "grid_yes", [false] = "grid_no" }

--- Satu kriteria atau butir dengan jawabannya.
local function add_answer(one, remark)
  local met = one.met
  add_cells({ one.id, one.text, met == nil and "–" or answers[met], remark },
    { "grid_small", "grid", met == nil and "grid_center" or met_styles[met], "grid_small" })
end

local head_styles = { "grid_level", "grid_level", "grid_level_center", "grid_level" }

-- ---- isi blok ------------------------------------------------------------------------------------------

local function value_text(value)
  return value == nil and "–" or decimal(tostring(value), model.fractional and 2 or 0)
end

local function add_values(item)
  local data = item.data
  local parts = { _("Claimed") .. " " .. value_text(data.claimed), _("Supported") .. " " .. value_text(data.supported),
    _("Verified") .. " " .. value_text(data.verified),
    _("Counted") .. " " .. value_text(data.value) .. " (" .. data.level_name .. ")",
    _("Weight (%)") .. " " .. decimal(data.weight, 2), _("Contribution") .. " " .. decimal(data.contribution, 4) }
  add_text(concat(parts, "   ·   "), "grid_values")
  if data.unit ~= nil and data.unit ~= "" then
    add_text(_("Unit") .. ": " .. data.unit, "grid")
  end
  if data.measure ~= nil then
    add_text(_("Outside index") .. " " .. data.measure.key .. ": " .. (data.measure.value and decimal(data.measure.value, 2) or "–"), "grid")
  end
end

--- Peringatan; yang sama bagi beberapa kriteria atau bukti disebut sekali, dengan semua letaknya.
local function add_problems(item)
  local places, messages = {}, {}
  for _, problem in ipairs(problems[item.data.id] or {}) do
    local text = problem.message
    if places[text] == nil then
      places[text] = {}
      messages[#messages + 1] = text
    end
    if problem.where ~= item.data.id then
      table.insert(places[text], problem.where)
    end
  end
  for _, text in ipairs(messages) do
    local where = concat(places[text], ", ")
    add_text("! " .. (where ~= "" and where .. ": " or "") .. model.sentence(text), "grid_alert")
  end
end

--- Mengapa nilainya demikian, dan apa yang menahannya.
local function add_reasons(item)
  for _, reason in ipairs(item.data.reasons or {}) do
    add_text("• " .. model.sentence(reason.text), "grid")
  end
  local dispute = item.data.dispute
  if dispute ~= nil then
    add_text("• " .. string.format(_("The assessor's value is below the %s; accepting an objection would add %s to the index."),
      base.basis_names[dispute.basis], decimal(dispute.gain_exact, 4)), "grid")
  end
  add_problems(item)
  if item.data.note ~= nil and item.data.note ~= "" then
    add_text(_("Remark") .. ": " .. item.data.note, "grid")
  end
end

local function add_stages(item)
  local stages = item.data.stages or {}
  for i, stage in ipairs(stages) do
    local by = stage.by ~= nil and stage.by ~= "" and " (" .. cut(stage.by, 120) .. ")" or ""
    add_text(_("Assessor") .. ", " .. list.stages[stage.stage] .. ": " .. value_text(stage.value) .. by .. " – "
      .. (stage.reason or _("no reason was noted")), "grid_stage")
  end
  if #stages == 0 and item.verified ~= nil then
    add_text(_("Assessor") .. ": " .. value_text(item.data.verified) .. " – " .. list.reason_of(item), "grid_stage")
  end
end

--- Dokumen yang paling sering menjadi dasar kriteria: disebut sekali, di puncak lembar.
local function find_main_basis()
  local counts, best = {}, ""
  for _, entry in ipairs(model.criteria) do
    local id = entry.data.basis or ""
    counts[id] = (counts[id] or 0) + 1
    if id ~= "" and counts[id] > (counts[best] or 0) then
      best = id
    end
  end
  return best
end
local main_basis = find_main_basis()

--- Bukti sebuah kriteria, dokumen yang memintanya bila bukan yang utama, dan syarat berlakunya.
local function remark_of(criterion)
  local parts = {}
  if #(criterion.evidence or {}) > 0 then
    local numbers = {}
    for n, place in ipairs(criterion.evidence) do
      numbers[n] = "[" .. place + 1 .. "]"
    end
    parts[1] = _("Evidence") .. " " .. concat(numbers, " ")
  end
  for _, text in ipairs({ criterion.basis or "", criterion.conditions or "", criterion.note or "" }) do
    if text ~= "" and text ~= main_basis then
      parts[#parts + 1] = text
    end
  end
  return concat(parts, "; ")
end

local function add_level(level)
  local state = level.held and _("held") or _("not held")
  if level.baseline then
    state = _("granted")
  end
  local duty = level.duty and _("evidence is due") or ""
  part_next = true
  add_cells({ _("Level") .. " " .. level.level, level.name, state, duty }, head_styles)
  for _, one in ipairs(level.items or {}) do
    add_answer(one, one.note or "")
  end
  for _, criterion in ipairs(level.criteria) do
    add_answer(criterion, remark_of(criterion))
  end
  if level.explanation ~= nil and level.explanation ~= "" then
    add_text(_("Explanation of the agency") .. ": " .. level.explanation, "grid")
  end
end

local function add_evidence(item)
  part_next = true
  for n, document in ipairs(item.data.evidence or {}) do
    local text = "[" .. n .. "] " .. list.proof_of(document)
    if document.unit ~= nil and document.unit ~= "" then
      text = text .. "; " .. cut(document.unit, 120)
    end
    text = text .. "; " .. _("supports") .. " " .. (#document.supports > 0 and concat(document.supports, ", ") or _("nothing"))
    if document.note ~= nil and document.note ~= "" then
      text = text .. "; " .. cut(document.note, 300)
    end
    if document.sha256 ~= nil then
      text = text .. "; SHA-256 " .. document.sha256:sub(1, 16)
    end
    add_text(text, "grid_proof", 8)
  end
end

local function add_item(item)
  local title = item.data.id .. "   " .. item.data.name
  add_row({ title = title, style = "block", height = tall(title, 10, full - 4, true) + 4 })
  add_text((item.domain and item.domain.data.name .. " · " or "") .. item.aspect.data.name, "grid_small", 8)
  add_values(item)
  add_reasons(item)
  add_stages(item)
  for _, level in ipairs(item.levels or {}) do
    add_level(level)
  end
  add_evidence(item)
  if #(item.data.legal_basis or {}) > 0 then
    add_text(_("Legal basis") .. ": " .. concat(item.data.legal_basis, "; "), "grid_small", 8)
  end
  add_row({ height = 10 })
end

local function prepare()
  starts = {}
  for _, item in ipairs(model.indicators) do
    starts[item.data.id] = 0
  end
  for _, problem in ipairs(report.problems) do
    local id = indicator.owner(problem.where)
    if id ~= nil then
      problems[id] = problems[id] or {}
      table.insert(problems[id], problem)
    end
  end
  for _, item in ipairs(model.indicators) do
    starts[item.data.id] = first_row + #rows
    add_item(item)
  end
end

--- Baris lembar tempat blok sebuah indikator mulai.
function indicator.row_of(item)
  return starts[item.data.id]
end

local function define()
  local color = base.look.color
  style("block", { base = "grid", size = 10, bold = true, color = color.white, fill = color.navy, indent = 1 })
  style("grid_values", { base = "grid", bold = true, fill = color.panel, color = color.navy })
  style("grid_level", { base = "grid", bold = true, color = color.teal, top = "thin" })
  style("grid_level_center", { base = "grid_level", align = "center" })
  style("grid_yes", { base = "grid_center", color = color.good, bold = true })
  style("grid_no", { base = "grid_center", color = color.bad, bold = true })
  style("grid_alert", { base = "grid", color = color.bad })
  style("grid_stage", { base = "grid", fill = "#F7F1E3" })
  style("grid_proof", { base = "grid", size = 8 })
end

--- Halaman baru di antara indikator, atau di antara tingkatnya bila satu indikator lebih dari selembar.
local function set_breaks(page)
  local heights, blocks, parts = {}, {}, {}
  for n, entry in ipairs(rows) do
    local row = first_row + n - 1
    heights[row], blocks[row], parts[row] = entry.height, entry.title ~= nil, entry.part
  end
  page:breaks(pages.breaks(first_row, first_row + #rows - 1, heights, blocks, parts, pages.room(false, 28, 63)))
end

local function draw_rows(page)
  for n, entry in ipairs(rows) do
    local row = first_row + n - 1
    if entry.cells then
      page:cells(row, 1, entry.cells, entry.styles)
    elseif entry.text or entry.title then
      page:merge(row, 1, row, 4, entry.text or entry.title, entry.style)
    end
    page:row(row, entry.height)
  end
end

function indicator.draw(page)
  define()
  for place, width in ipairs(widths) do
    page:columns(place, place, width)
  end
  local note = cut(base.agency, 36) .. " · " .. report.assessment.year .. " · "
    .. cut(base.instrument.short_title or report.rules.id, 60)
  if main_basis ~= "" then
    note = note .. " · " .. string.format(_("criteria of %s unless another is named"), main_basis)
  end
  base.look.band(page, 4, _("Indicators"), note)
  page:cells(4, 1, { _("Code"), _("Criterion"), _("Met"), _("Evidence, source, remark") }, "head_center")
  page:row(4, 18)
  draw_rows(page)
  set_breaks(page)
  page:view({ freeze_row = first_row, gridlines = false, tab = base.look.color.teal })
  page:page({ fit_width = 1, fit_height = 0, left = 12, right = 12, top = 12, bottom = 16, center = true, repeat_first = 1, repeat_last = 4,
    area = { 1, 1, first_row + #rows - 1, #widths },
    footer_left = cut(base.agency, 50) .. " · " .. report.assessment.year, footer_right = _("Page {page} of {pages}") })
  page:protect()
end

prepare()
return indicator
