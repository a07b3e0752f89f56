--- Indikator yang disengketakan, kenaikan terbesar dahulu, dan kalimat tentangnya.

local base = include("naskah/dasar.lua")
local list = { items = {} }

for _, item in ipairs(base.model.indicators) do
  if item.data.dispute ~= nil then
    list.items[#list.items + 1] = item
  end
end
table.sort(list.items, function(one, other)
  local gain, other_gain = exact(one.data.dispute.gain_exact), exact(other.data.dispute.gain_exact)
  if gain ~= other_gain then
    return gain > other_gain
  end
  return one.place < other.place
end)

list.stages = { dokumen = _("document assessment"), interviu = _("interview"), visitasi = _("visit"), reviu = _("review") }

--- Alasan asesor, tahap demi tahap.
function list.reason_of(item)
  local parts = {}
  for i, stage in ipairs(item.data.stages or {}) do
    if stage.reason ~= nil and stage.reason ~= "" then
      parts[#parts + 1] = list.stages[stage.stage] .. ": " .. stage.reason
    end
  end
  local reason = item.data.verified_reason
  if #parts == 0 and reason ~= nil and reason ~= "" then
    parts[1] = reason
  end
  return #parts > 0 and table.concat(parts, "\n") or _("no reason was noted")
end

--- Bukti dalam satu kalimat: judul, nomor, tanggal, halaman, berkas.
function list.proof_of(document)
  local parts = { cut(document.title or document.file or "", 300) }
  local function add(label, text)
    if text ~= nil and text ~= "" then
      parts[#parts + 1] = label .. cut(text, 120)
    end
  end
  add(_("no.") .. " ", document.number)
  add("", document.date)
  add(_("p.") .. " ", document.pages)
  if document.file ~= document.title then
    add("", document.file)
  end
  return table.concat(parts, ", ")
end

--- Pilihan Ya dan Tidak di lembar tersembunyi; mengembalikan acuannya.
function list.answers()
  local page = sheet(_("Lists"))
  page:text(1, 1, base.model.yes, "body")
  page:text(2, 1, base.model.no, "body")
  page:view({ hidden = true })
  return at(page, 1, 1, 2, 1)
end

return list
