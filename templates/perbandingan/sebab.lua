--- Sebab sebuah nilai berubah atau dipersoalkan: alasan asesor, indeks luar, butir, kriteria, dokumen dengan halamannya.

local answers = { yes = _("met"), no = _("not met"), none = _("not answered"), not_asked = _("not asked") }
local items = { yes = _("accepted"), no = _("not accepted"), none = _("not answered"), not_asked = _("not asked") }
local stages = { dokumen = _("document stage"), interviu = _("interview stage"), visitasi = _("visit stage"), reviu = _("review stage") }

--- "Perwali 9/2024, hlm. 3–5"
local function document(one)
  return (one.document == "" and _("(without title)") or cut(one.document, 90))
    .. (one.pages and string.format(_(", p. %s"), cut(one.pages, 40)) or "")
end

local function standing(one, words)
  if one.document == nil then
    return words[one.from] .. _(", without document")
  end
  return words[one.from] .. string.format(_("; documents: %d, "), one.documents_from) .. (one.documents_from > 1 and _("among them ") or "")
    .. document(one)
end

local function changed(one, words)
  local text = words[one.from] .. (one.to ~= one.from and " → " .. words[one.to] or "")
  if one.documents_from ~= one.documents_to then
    text = text .. string.format(_("; documents: %d, then %d"), one.documents_from, one.documents_to)
  end
  if one.document ~= nil then
    text = text .. (one.document_on == "to" and _("; new: ") or _("; no longer: ")) .. document(one)
  end
  return text
end

local full = { causes = #report.sides > 3 and 2 or 4, reason = 600, text = 110 } -- sebab tiap macam; panjang alasan dan kriteria
local short = { causes = 1, reason = 160, text = 70 } -- satu langkah sebuah tren

local function add(parts, list, count, words, more, size)
  for n, one in ipairs(list) do
    if n <= size.causes then
      parts[#parts + 1] = one.id .. " " .. (one.at_issue and standing(one, words) or changed(one, words)) .. " · " .. cut(one.text, size.text)
    end
  end
  if count > size.causes then
    parts[#parts + 1] = string.format(more, count - size.causes)
  end
end

--- Sebab-sebab satu perubahan, atau satu indikator sebuah unit; size: seberapa rinci.
local function causes_of(change, size)
  local parts = {}
  if change.reason_by == "assessor" then
    parts[1] = _("Assessor") .. (change.stage and " (" .. stages[change.stage] .. ")" or "") .. ": " .. cut(change.reason, size.reason)
  end
  for _n, one in ipairs(change.measures) do
    parts[#parts + 1] = one.id .. " " .. (one.from and decimal(one.from) or _("not given")) .. " → " .. (one.to and decimal(one.to) or _("not given"))
  end
  add(parts, change.items, change.items_count, items, _("and %d more items"), size)
  add(parts, change.criteria, change.criteria_count, answers, _("and %d more criteria"), size)
  if change.open ~= nil and (change.reason_by ~= "assessor" or #parts == 1) then
    parts[#parts + 1] = string.format(_("Still open: %s"), cut(change.open, math.min(400, 2 * size.reason)))
  end
  return parts
end

local function lines_of(change)
  return causes_of(change, full)
end

local by_year = true -- tahun tiap sisi berbeda: langkah disebut dengan tahunnya
for n = 2, #report.sides do
  by_year = by_year and report.sides[n].year > report.sides[n - 1].year
end

--- "2022→2023", atau "[1→2]" bila tahunnya berulang.
local function step_name(change)
  if by_year then
    return report.sides[change.from + 1].year .. "→" .. report.sides[change.to + 1].year
  end
  return "[" .. change.from + 1 .. "→" .. change.to + 1 .. "]"
end

--- "2022→2023 (2 → 3): sebab utamanya"
local function step(indicator, change)
  local from, to = indicator.values[change.from + 1], indicator.values[change.to + 1]
  local values = from and to and " (" .. decimal(from, report.fractions and 2 or 0) .. " → " .. decimal(to, report.fractions and 2 or 0) .. ")" or ""
  return step_name(change) .. values .. ": " .. table.concat(causes_of(change, short), " | ")
end

--- Semua sebab sebuah indikator, hanya dari langkah yang mengubah nilainya; sebuah tren: satu baris tiap langkah.
local function of_indicator(indicator, trend)
  local parts, still = {}, 0
  for _n, change in ipairs(indicator.changes) do
    if change.delta == "0" then
      still = still + 1
    elseif trend then
      parts[#parts + 1] = step(indicator, change)
    else
      for _m, line in ipairs(lines_of(change)) do
        parts[#parts + 1] = line
      end
    end
  end
  if #parts == 0 and still > 0 then
    parts[1] = _("Other answers or documents; the value stayed.")
  end
  return cut(table.concat(parts, "\n"), 4000)
end

--- Sebab utama dalam satu dua baris: dari langkah yang paling mengubah nilai.
local function brief(indicator, steps)
  local chosen, size = nil, -1
  for _n, change in ipairs(indicator.changes) do
    local moved = change.delta and math.abs(exact(change.delta)) or 0
    if moved > size then
      chosen, size = change, moved
    end
  end
  local parts = chosen and lines_of(chosen) or {}
  local mark = chosen and steps and step_name(chosen) .. ": " or ""
  return cut(mark .. (parts[1] or "") .. (parts[2] and "\n" .. parts[2] or ""), 420)
end

return { brief = brief, of_indicator = of_indicator, lines_of = lines_of }
