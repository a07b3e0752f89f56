--- Rincian sanggahan: per indikator apa kata asesor, kriteria yang diminta beserta jawaban dan bukti dengan
-- halamannya, dan tempat menulis tanggapan.

local base = include("naskah/dasar.lua")
local list = include("naskah/sengketa.lua")
local model = base.model
local detail = {}
local w

local answers = { [true] = model.yes, [false] = model.no }

local function draw_title(n, item)
  local data, dispute = item.data, item.data.dispute
  w.text(n .. ". " .. data.id .. "  " .. data.name, "grid_bold", 9, nil, true)
  w.text(string.format(_("Set by the assessor %s, asked for %s (%s); gain of the index %s. Weight %s %%."),
    decimal(tostring(item.data.verified), model.fractional and 2 or 0), decimal(dispute.wanted, model.fractional and 2 or 0),
    base.basis_names[dispute.basis], decimal(dispute.gain_exact, 4), decimal(data.weight, 2)), "grid", 9)
end

local function draw_stages(item)
  for i, stage in ipairs(item.data.stages or {}) do
    local text = list.stages[stage.stage] .. ": " .. decimal(stage.value, model.fractional and 2 or 0)
    if stage.by ~= nil and stage.by ~= "" then
      text = text .. " (" .. cut(stage.by, 120) .. ")"
    end
    text = text .. " – " .. cut(stage.reason or _("no reason was noted"), 3000)
    w.text(text, "grid", 9)
  end
  if #(item.data.stages or {}) == 0 then
    w.text(_("Reason of the assessor") .. ": " .. cut(list.reason_of(item), 3000), "grid", 9)
  end
end

--- Bukti sebuah kriteria, satu baris tiap dokumen.
local function proofs_of(item, criterion)
  local parts = {}
  for _, place in ipairs(criterion.evidence or {}) do
    parts[#parts + 1] = list.proof_of(item.data.evidence[place + 1])
  end
  return #parts > 0 and table.concat(parts, "\n") or "–"
end

local function draw_line(id, text, met, proof)
  text, proof = cut(text, 3000), cut(proof, 3000)
  w.page:cells(w.row, 1, { id, text, met == nil and "–" or answers[met], proof }, { "grid_small", "grid", "grid_center", "grid" })
  w.tall(w.row, math.min(400, math.max(16, w.height(text, 9, 2, 2), w.height(proof, 9, 4, 4))))
  w.row = w.row + 1
end

--- Benar bila tingkat itu terletak di antara nilai asesor dan yang diminta.
local function concerns(item, level)
  local wanted = exact(item.data.dispute.wanted)
  if level.to == nil then
    return level.level > item.verified and level.level <= wanted
  end
  return exact(level.to) > item.verified and exact(level.from) < wanted
end

local function draw_level(item, level)
  local state = level.held and _("supported") or _("not supported")
  w.text(_("Level") .. " " .. level.level .. " · " .. level.name .. " · " .. state, "grid_level", 9, nil, true)
  for _, one in ipairs(level.items or {}) do
    draw_line(one.id, one.text, one.met, one.note or "–")
  end
  local scored = #(level.items or {}) > 0 -- butir yang dinilai; kriteria hanya menerangkan
  for _, criterion in ipairs(level.criteria) do
    if not scored or #(criterion.evidence or {}) > 0 then
      draw_line(criterion.id, criterion.text, criterion.met, proofs_of(item, criterion))
    end
  end
  if level.explanation ~= nil and level.explanation ~= "" then
    w.text(_("Explanation of the agency") .. ": " .. cut(level.explanation, 3000), "grid", 9)
  end
end

local function draw_item(n, item)
  w.block()
  draw_title(n, item)
  draw_stages(item)
  for _, level in ipairs(item.levels or {}) do
    if concerns(item, level) then
      w.part()
      draw_level(item, level)
    end
  end
  w.part()
  w.paragraph_entry(_("what the agency answers to the assessor's reason"), 44, "grid_entry_top")
  w.space(10)
end

function detail.draw(page, items)
  style("grid_level", { base = "grid", bold = true, color = base.look.color.teal })
  w = base.writer(page, { 9, 61, 10, 58 })
  w.text(_("Details") .. " · " .. base.agency .. " · " .. report.assessment.year, "paper_subtitle", 11, nil, true)
  w.head({ { _("Code"), 1, 1 }, { _("Criterion"), 2, 2 }, { _("Met"), 3, 3 }, { _("Our evidence, with pages"), 4, 4 } })
  for n, item in ipairs(items) do
    draw_item(n, item)
  end
  w.close({ landscape = true, margin = 12, top = 12, repeat_first = 2, repeat_last = 2, freeze_row = 3,
    tab = base.look.color.gold })
end

return detail
