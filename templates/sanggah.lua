--- Sanggahan: indikator yang dinilai asesor di bawah yang didukung bukti atau diajukan, dengan kenaikan indeks bila diterima.
-- Dokumen: spbe-report/1
-- Yang kenaikannya terbesar dahulu; kriteria, alasan asesor, dan bukti dengan halamannya ada di lembar rincian.

local base = include("naskah/dasar.lua")
local list = include("naskah/sengketa.lua")
local detail = include("naskah/rincian.lua")
local paper = base.paper("sanggah", _("Objections"))
local model = base.model
about(paper.title .. " " .. cut(report.assessment.agency.name, 150), report.rules.title)

style("center_small", { base = "body_center", size = 8, color = base.look.color.muted })
local page = sheet(_("Objections"))
local w = base.writer(page, { 4, 6, 30, 9, 9, 13, 11, 56, 9, 9 })
local head, first, choice, counted = nil, nil, 9, 10

local function draw_head()
  w.text(paper.title:upper(), "paper_title", 14, nil, true)
  w.text(base.agency .. " · " .. report.assessment.year .. " · " .. report.rules.title, "body_center")
  w.text(base.origin(), "center_small", 8)
  w.space(6)
  w.standing(paper)
end

--- Mengapa tidak ada yang dapat disanggah.
local function draw_nothing()
  w.space(10)
  if report.indexes.verified == nil then
    w.text(_("No assessor has set a value yet: there is nothing to object to."), "body_bold", 11, nil, true)
  elseif report.objection == nil then
    w.text(_("This saved result tells nothing of objections; make the report from the assessment itself."), "body_bold", 11, nil, true)
  else
    w.text(_("Every value set by assessors is at least what is claimed and supported: there is nothing to object to."), "body_bold", 11, nil, true)
  end
end

--- Tiga kotak: indeks asesor, bila yang terbukti diterima, bila semuanya diterima.
local function draw_boxes()
  local boxes = {
    { _("INDEX SET BY ASSESSORS"), report.indexes.verified, 1, 3, "" },
    { _("IF ALL THAT EVIDENCE SUPPORTS IS ACCEPTED"), report.objection.proven, 4, 7, _("objections:") .. " " .. report.objection.proven.count },
    { _("IF EVERYTHING IS ACCEPTED"), report.objection.all, 8, 10, _("objections:") .. " " .. report.objection.all.count },
  }
  for _, box in ipairs(boxes) do
    local index = box[2]
    page:merge(w.row, box[3], w.row, box[4], box[1], "box_label")
    page:merge(w.row + 1, box[3], w.row + 1, box[4], "–", "box_number")
    if index.exact ~= nil then
      page:number(w.row + 1, box[3], index.exact, "box_number")
    end
    page:merge(w.row + 2, box[3], w.row + 2, box[4], (index.predicate or "") .. (box[5] ~= "" and " · " .. box[5] or ""), "box_note")
  end
  w.tall(w.row, 18)
  w.tall(w.row + 1, 38)
  w.tall(w.row + 2, 16)
  w.row = w.row + 3
  w.incomplete(report.indexes.verified)
  w.space(8)
end

local function draw_row(n, item)
  local dispute, row = item.data.dispute, w.row
  local proven = dispute.basis == "supported"
  local reason = cut(list.reason_of(item), 600)
  local name = item.data.short_name or item.data.name
  local number = model.fractional and "grid_two" or "grid_whole"
  page:number(row, 1, n, "grid_whole")
  page:text(row, 2, item.data.id, "grid_center")
  page:text(row, 3, name, "grid")
  page:number(row, 4, item.verified, number)
  page:number(row, 5, dispute.wanted, number)
  page:text(row, 6, proven and _("evidence") or _("claim only"), "grid_center")
  page:number(row, 7, dispute.gain_exact, "grid_gain")
  page:text(row, 8, reason, "grid_small")
  page:text(row, choice, proven and model.yes or model.no, "grid_entry_center")
  page:formula(row, counted, "=IF(" .. ref(row, choice) .. "=" .. quote(model.yes) .. "," .. ref(row, 7) .. ",0)",
    proven and exact(dispute.gain_exact) or 0, "grid_gain")
  w.tall(row, math.max(18, w.height(reason, 8, 8, 8), w.height(name, 9, 3, 3)))
  w.row = row + 1
end

--- Indeks bila yang dipilih diterima: dihitung lembar dari kenaikan mesin.
local function draw_total()
  local last = w.row - 1
  page:merge(w.row, 1, w.row, 9, _("Index if the chosen objections are accepted"), "grid_bold")
  page:formula(w.row, counted, "=" .. report.indexes.verified.exact .. "+SUM(" .. ref(first, counted, last, counted) .. ")",
    exact(report.objection.proven.exact or report.indexes.verified.exact), "grid_bold_two")
  w.tall(w.row, 20)
  w.row = w.row + 1
  page:choice(first, choice, last, choice, { list = "=" .. list.answers(), title = _("Raise it?"),
    message = _("Yes counts the gain in the sum below."), error_title = _("Not an answer"),
    error_message = _("Choose from the list.") })
end

local function draw_table()
  w.text(_("Evidence: answers and evidence bear out the value. Claim only: the evidence attached does not; without more of it the objection is weak."), "paper_small", 8)
  w.space(4)
  head = w.row
  w.head({ { _("No."), 1, 1 }, { _("Code"), 2, 2 }, { _("Indicator"), 3, 3 }, { _("Assessor"), 4, 4 }, { _("Asked for"), 5, 5 },
    { _("Rests on"), 6, 6 }, { _("Gain"), 7, 7 }, { _("Reason of the assessor"), 8, 8 }, { _("Raise it?"), 9, 9 },
    { _("Counted"), 10, 10 } })
  first = w.row
  for n, item in ipairs(list.items) do
    draw_row(n, item)
  end
  draw_total()
end

draw_head()
if #list.items == 0 then
  draw_nothing()
else
  draw_boxes()
  draw_table()
end
w.close({ active = true, landscape = true, margin = 12, top = 12, repeat_first = head, repeat_last = head,
  fit_height = w.pages(true) <= 1.45 and 1 or 0 })
if #list.items > 0 then
  detail.draw(sheet(_("Details")), list.items)
end
