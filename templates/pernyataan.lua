--- Pernyataan persetujuan publikasi: satu halaman untuk ditandatangani; nama, tanggal, dan tempat diisi sendiri.
-- Dokumen: spbe-report/1

local base = include("naskah/dasar.lua")
local letter = include("naskah/surat.lua")
local paper = base.paper("pernyataan", _("Consent to publication"))
local basis, index = base.first_basis({ "claimed", "supported" })
about(paper.title .. " " .. cut(report.assessment.agency.name, 150), report.rules.title)

local page = sheet(_("Statement"))
local w = base.writer(page, { 22, 22, 22, 22 })

local function draw_signer()
  w.space(12)
  w.standing(paper)
  w.text(_("The undersigned:"), "body")
  w.space(4)
  w.entry(_("Name"), _("full name with titles"))
  w.entry(_("Employee number"), _("number"))
  w.entry(_("Rank, grade"), _("rank, grade"))
  w.entry(_("Office"), _("office"))
  w.field(_("As"), base.words.coordinator)
  w.field(_("Agency"), base.agency)
  w.space(10)
end

--- Indeks dan predikat dalam satu kotak.
local function draw_box()
  for place, label in ipairs({ base.words.index:upper(), _("PREDICATE") }) do
    local from = 2 * place - 1
    page:merge(w.row, from, w.row, from + 1, label, "box_label")
    page:merge(w.row + 1, from, w.row + 1, from + 1, index.predicate, place == 1 and "box_number" or "box_word")
    page:merge(w.row + 2, from, w.row + 2, from + 1, place == 1 and base.basis_names[basis]
      or string.format(_("%d of %d indicators have a value"), index.given, index.of), "box_note")
  end
  page:number(w.row + 1, 1, index.exact, "box_number")
  w.tall(w.row, 18)
  w.tall(w.row + 1, 42)
  w.tall(w.row + 2, 16)
  w.row = w.row + 3
  w.incomplete(index)
  w.space(10)
end

local function draw_statement()
  w.text(string.format(_("herewith states that the self-assessment of %s for the year %s has this result:"), base.words.subject,
    report.assessment.year), "body")
  w.space(6)
  draw_box()
  w.text(paper.statement ~= "" and paper.statement or _("The result is agreed to be published."), "body")
  w.space(6)
  w.text(_("This statement is made as it truly is, to be used where it is needed."), "body")
  w.space(24)
end

letter.head(w)
letter.title(w, paper.title, base.words.evaluation .. " " .. report.assessment.year)
draw_signer()
draw_statement()
letter.signature(w, 3, 4, { base.words.coordinator .. ",", base.agency }, 66)
w.space(16)
w.text(base.origin(), "paper_small", 8)
letter.asides(w, paper)
w.close({ active = true, fit_height = 1 })
