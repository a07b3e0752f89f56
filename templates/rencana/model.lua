--- Dokumen rencana, disusun untuk digambar: langkah menurut urutan kerja, dan tempat masing-masing di lembarnya.

local look = include("laporan/gaya.lua")

local model = {
  steps = {}, -- menurut urutan kerja, masing-masing dengan data, from, to (nilai), first (bulan mulai, dari 1)
  months = report.total.months,
  dated = report.by ~= nil,
  first_row = 6, -- isi Rencana Aksi dan Jadwal
  whole = true, -- semua biaya bulat
  fractional = false, -- ada nilai di antara tingkat
  names = {}, -- nama singkat menurut kode indikator
}

for _, position in ipairs(report.order) do
  local data = report.steps[position + 1]
  local step = { data = data, cost = exact(data.cost), gain = exact(data.gain), from = exact(data.from), to = exact(data.to),
    first = model.months - data.begins_before + 1 }
  model.steps[#model.steps + 1] = step
  model.whole = model.whole and step.cost == math.floor(step.cost)
  model.fractional = model.fractional or step.from ~= math.floor(step.from) or step.to ~= math.floor(step.to)
  model.names[data.indicator] = data.short_name
end
model.last_row = model.first_row + #model.steps - 1
model.cost_format = model.whole and "#,##0" or "#,##0.00"
model.value_format = model.fractional and "0.00" or "0"
model.unit = report.prices.unit

style("cost", { base = "center", format = model.cost_format })
style("value", { base = "center", format = model.value_format })
style("gain", { base = "center", format = "+0.0000;-0.0000;0", color = look.color.good })
style("running", { base = "center", bold = true, format = "0.00" })
style("day", { base = "center", format = "dd mmm yyyy" })
style("total", { base = "cell", bold = true, fill = look.color.panel, color = look.color.navy, top = "medium", line_color = look.color.navy })
style("total_cost", { base = "total", align = "center", format = model.cost_format })
style("total_gain", { base = "total", align = "center", format = "+0.0000;-0.0000;0" })
style("total_index", { base = "total", align = "center", format = "0.00" })
style("domain", { base = "cell", bold = true, fill = look.color.panel, color = look.color.navy })

--- Hari sejak 30 Desember 1899 dari "2027-07-31": bilangan yang dikenal lembar sebagai tanggal.
function model.serial(day)
  local year, month, of = tonumber(day:sub(1, 4)), tonumber(day:sub(6, 7)), tonumber(day:sub(9, 10))
  if month < 3 then
    year, month = year - 1, month + 12
  end
  return 365 * year + math.floor(year / 4) - math.floor(year / 100) + math.floor(year / 400)
    + math.floor((153 * month - 457) / 5) + of - 693900
end

--- "31 Juli 2027", dalam bahasa pembaca.
function model.day(day)
  local months = { _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August"),
    _("September"), _("October"), _("November"), _("December") }
  return tonumber(day:sub(9, 10)) .. " " .. months[tonumber(day:sub(6, 7))] .. " " .. day:sub(1, 4)
end

--- Tahun dan bulan tempat bulan kerja ke-n berakhir.
function model.month_of(n)
  local last = tonumber(report.by:sub(1, 4)) * 12 + tonumber(report.by:sub(6, 7)) - 1 - (model.months - n)
  return math.floor(last / 12), last % 12 + 1
end

--- Biaya bagi manusia: "1.234 poin upaya".
function model.cost(text)
  local amount = exact(text)
  local written = decimal(text, amount == math.floor(amount) and 0 or 2)
  return model.unit == "" and written or written .. " " .. model.unit
end

model.title = cut(report.assessment.agency.name, 120) .. " · " .. report.assessment.year
model.bases = { claimed = _("claimed values"), supported = _("supported values"), verified = _("verified values") }

--- Sasaran dalam kata-kata.
function model.target()
  local parts = {}
  if report.target ~= nil then
    local index = decimal(report.target.index, 2)
    parts[1] = report.target.predicate ~= nil and _("predicate") .. " " .. report.target.predicate or _("index") .. " " .. index
  end
  for _, aspect in ipairs(report.aspects) do
    if aspect.least ~= nil then
      parts[#parts + 1] = aspect.id .. " ≥ " .. decimal(aspect.least, 2)
    end
  end
  return table.concat(parts, ", ")
end

--- Nilai akhir tiap indikator yang naik menurut rencana ini, menurut kode.
function model.goals()
  local goals = {}
  for _, step in ipairs(model.steps) do
    local goal = goals[step.data.indicator]
    if goal == nil then
      goals[step.data.indicator] = { from = step.from, to = step.to }
    else
      goal.from, goal.to = math.min(goal.from, step.from), math.max(goal.to, step.to)
    end
  end
  return goals
end

--- Acuan satu kolom semua langkah di sebuah lembar.
function model.range(page, column)
  return at(page, model.first_row, column, model.last_row, column)
end

return model
