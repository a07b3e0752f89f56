--- Berita acara penilaian mandiri: satu halaman untuk ditandatangani; nama, nomor, tanggal, dan tempat diisi sendiri.
-- Dokumen: spbe-report/1
-- Indeks dan predikatnya dari mesin, pada dasar klaim: itulah hasil penilaian mandiri.

local base = include("naskah/dasar.lua")
local letter = include("naskah/surat.lua")
local paper = base.paper("berita-acara", _("Record of the self-assessment"))
local basis, index = base.first_basis({ "claimed", "supported" })
about(paper.title .. " " .. cut(report.assessment.agency.name, 150), report.rules.title)

local page = sheet(_("Record"))
local w = base.writer(page, { 4, 26, 21, 17, 11, 11 })
style("item", { base = "body", align = "right" })

--- Butir bernomor: nomor di kolom pertama, isinya di sebelah kanan.
local function draw_numbered(n, text)
  page:text(w.row, 1, n .. ".", "item")
  w.text(text, "body", 11, 2)
end

--- Kalimat pembuka; hari, tanggal, dan tempatnya diisi.
local function draw_opening()
  w.space(6)
  w.standing(paper)
  w.text(string.format(_("On this day, [day], the [date in words] of [month], [year in words], at [place], we, the undersigned, %s of %s, have carried out the self-assessment of %s for the year %s, with this result:"),
    base.words.internal_team, base.agency, base.words.subject, report.assessment.year), "entry_top")
  w.space(4)
end

local function draw_result()
  draw_numbered(1, string.format(_("The self-assessment was carried out by: %s."), base.rules()))
  draw_numbered(2, string.format(_("By the %s, the %s is %s with the predicate %s:"), base.basis_names[basis], base.words.index,
    base.number(index.exact), index.predicate))
  w.space(2)
  w.head({ { base.group_title, 1, 4 }, { _("Weight (%)"), 5, 5 }, { _("Index"), 6, 6 } })
  base.group_rows(w, basis, { name = 4, weight = 5, value = 6 })
  page:merge(w.row, 1, w.row, 4, base.words.index .. " · " .. _("Predicate") .. ": " .. index.predicate, "grid_bold")
  page:number(w.row, 5, 100, "grid_bold_two")
  page:number(w.row, 6, index.exact, "grid_bold_two")
  w.tall(w.row, 18)
  w.row = w.row + 1
  w.incomplete(index)
  w.space(4)
  if paper.statement ~= "" then
    draw_numbered(3, paper.statement)
  end
  w.text(_("This record is made as it truly is, to be used where it is needed."), "body")
  w.space(4)
end

--- Anggota tim yang menilai; peran dan namanya diisi.
local function draw_members()
  w.head({ { _("No."), 1, 1 }, { _("Name"), 2, 2 }, { _("Employee number"), 3, 3 }, { _("Role"), 4, 4 }, { _("Signature"), 5, 6 } })
  for n, role in ipairs({ _("Person in charge"), _("Member"), _("Member"), _("Member") }) do
    page:number(w.row, 1, n, "grid_whole")
    page:text(w.row, 2, "[" .. _("name") .. "]", "grid_entry")
    page:text(w.row, 3, "[" .. _("number") .. "]", "grid_entry")
    page:text(w.row, 4, role, "grid_entry")
    page:merge(w.row, 5, w.row, 6, "", "grid")
    w.tall(w.row, 25)
    w.row = w.row + 1
  end
  w.space(8)
end

letter.head(w)
letter.title(w, paper.title)
draw_opening()
draw_result()
draw_members()
letter.signature(w, 4, 6, { base.words.coordinator .. "," }, 44)
w.space(6)
w.text(base.origin(), "paper_small", 8)
letter.asides(w, paper)
w.close({ active = true, fit_height = 1 })
