--- Berita acara penilaian mandiri: satu halaman untuk ditandatangani; nama, nomor, tanggal, dan tempat diisi sendiri.
-- Indeks dan predikatnya dari mesin, pada dasar klaim: itulah hasil penilaian mandiri.

local base = include("naskah/dasar.lua")
local paper = base.paper("berita-acara", _("Record of the self-assessment"))
local basis, index = base.first_basis({ "claimed", "supported" })
about(paper.title .. " " .. cut(report.assessment.agency.name, 150), report.rules.title)

local page = sheet(_("Record"))
local w = base.writer(page, { 4, 24, 20, 18, 11, 11 })

local function draw_title()
  w.text(paper.title:upper(), "paper_title", 14, nil, true)
  w.text(base.agency, "paper_subtitle", 11, nil, true)
  w.text(_("Year") .. " " .. report.assessment.year, "body_center")
  w.space(12)
  w.entry(_("Number"), _("number of this record"), 3)
  w.entry(_("Day and date"), _("day, date in words"), 3)
  w.entry(_("Place"), _("place"), 3)
  w.space(6)
  w.standing(paper)
end

local function draw_opening()
  w.text(string.format(_("On the day and at the place named above, we, the undersigned, %s of %s, have carried out the self-assessment of %s for the year %s."),
    base.words.internal_team, base.agency, base.words.subject, report.assessment.year), "body")
  w.text(string.format(_("Rules: %s."), base.rules()), "body")
  w.space(4)
  w.text(string.format(_("The result, by the %s:"), base.basis_names[basis]), "body_bold", 11, nil, true)
  w.space(2)
end

local function draw_result()
  w.head({ { base.group_title, 1, 4 }, { _("Weight (%)"), 5, 5 }, { _("Index"), 6, 6 } })
  base.group_rows(w, basis, { name = 4, weight = 5, value = 6 })
  page:merge(w.row, 1, w.row, 4, base.words.index .. " · " .. _("Predicate") .. ": " .. index.predicate, "grid_bold")
  page:number(w.row, 5, 100, "grid_bold_two")
  page:number(w.row, 6, index.exact, "grid_bold_two")
  w.tall(w.row, 18)
  w.row = w.row + 1
  w.incomplete(index)
  w.space(6)
end

--- Penanda tangan: peran di kiri, yang lain diisi.
local function draw_signatures()
  if paper.statement ~= "" then
    w.text(paper.statement, "body")
    w.space(4)
  end
  w.text(_("This record is made as it truly is, to be used where it is needed."), "body")
  w.space(6)
  w.head({ { _("No."), 1, 1 }, { _("Name"), 2, 2 }, { _("Employee number"), 3, 3 }, { _("Role"), 4, 4 }, { _("Signature"), 5, 6 } })
  local roles = { base.words.coordinator, _("Person in charge"), _("Member"), _("Member"), _("Member") }
  for n, role in ipairs(roles) do
    page:number(w.row, 1, n, "grid_whole")
    page:text(w.row, 2, "[" .. _("name") .. "]", "grid_entry")
    page:text(w.row, 3, "[" .. _("number") .. "]", "grid_entry")
    page:text(w.row, 4, role, "grid_entry")
    page:merge(w.row, 5, w.row, 6, "", "grid")
    w.tall(w.row, 34)
    w.row = w.row + 1
  end
  w.space(6)
  w.text(base.origin(), "paper_small", 8)
end

draw_title()
draw_opening()
draw_result()
draw_signatures()
if paper.official then
  w.aside(1, paper.note)
end
w.aside(6, _("Yellow cells are left to be filled in; the program knows nothing of them. This note is not printed."))
w.close({ active = true, fit_height = 1 })
