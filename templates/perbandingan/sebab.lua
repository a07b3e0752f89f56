--- Sebab sebuah nilai berubah atau dipersoalkan: alasan asesor, indeks luar, butir, kriteria, dokumen dengan halamannya.

local answers = { yes = _("met"), no = _("not met"), none = _("not answered"), not_asked = _("not asked") }
local items = { yes = _("accepted"), no = _("not accepted"), none = _("not answered"), not_asked = _("not asked") }
local stages = { dokumen = _("document stage"), interviu = _("interview stage"), visitasi = _("visit stage"), reviu = _("review stage") }
local most = #report.sides > 3 and 2 or 4 -- sebab yang disebut tiap macam

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

local function add(parts, list, count, words, more)
  for n, one in ipairs(list) do
    if n <= most then
      parts[#parts + 1] = one.id .. " " .. (one.at_issue and standing(one, words) or changed(one, words)) .. " · " .. cut(one.text, 110)
    end
  end
  if count > most then
    parts[#parts + 1] = string.format(more, count - most)
  end
end

--- Baris-baris sebab dari satu perubahan, atau dari satu indikator sebuah unit.
local function lines_of(change)
  local parts = {}
  if change.reason_by == "assessor" then
    parts[1] = _("Assessor") .. (change.stage and " (" .. stages[change.stage] .. ")" or "") .. ": " .. cut(change.reason, 600)
  end
  for _n, one in ipairs(change.measures) do
    parts[#parts + 1] = one.id .. " " .. (one.from and decimal(one.from) or _("not given")) .. " → " .. (one.to and decimal(one.to) or _("not given"))
  end
  add(parts, change.items, change.items_count, items, _("and %d more items"))
  add(parts, change.criteria, change.criteria_count, answers, _("and %d more criteria"))
  if change.open ~= nil and (change.reason_by ~= "assessor" or #parts == 1) then
    parts[#parts + 1] = string.format(_("Still open: %s"), cut(change.open, 400))
  end
  return parts
end

--- Semua sebab sebuah indikator: langkah demi langkah, hanya yang mengubah nilainya.
local function of_indicator(indicator, steps)
  local parts, still = {}, 0
  for _n, change in ipairs(indicator.changes) do
    if change.delta == "0" then
      still = still + 1
    else
      local mark = steps and "[" .. change.from + 1 .. "→" .. change.to + 1 .. "] " or ""
      for _m, line in ipairs(lines_of(change)) do
        parts[#parts + 1] = mark .. line
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
  local mark = chosen and steps and "[" .. chosen.from + 1 .. "→" .. chosen.to + 1 .. "] " or ""
  return cut(mark .. (parts[1] or "") .. (parts[2] and "\n" .. parts[2] or ""), 420)
end

return { brief = brief, of_indicator = of_indicator, lines_of = lines_of }
