--- Bagian naskah dinas: kop, judul dengan nomornya, dan kotak tanda tangan. Yang tidak diketahui program menjadi
-- sel masukan.

local base = include("naskah/dasar.lua")
local letter = {}

local regions = { kota = "kota ", kabupaten = "kabupaten ", provinsi = "provinsi " }

--- Nama instansi pada kop: daerah bernama "Kota X" berkop "Pemerintah Kota X".
local function name_on_head()
  local agency = report.assessment.agency
  local start = regions[agency.kind or ""]
  if start ~= nil and agency.name:lower():sub(1, #start) == start then
    return string.format(_("Government of %s"), base.agency)
  end
  return base.agency
end

--- Kop naskah: instansi, perangkat daerah atau unit kerja, alamat, dan garis penutup.
function letter.head(w)
  style("letter_agency", { base = "body_center", size = 14, bold = true })
  style("letter_unit", { base = "entry_center", size = 11, bold = true, bottom = "none" })
  style("letter_address", { base = "entry_center", size = 9, bottom = "none" })
  style("letter_rule", { base = "body", top = "double" })
  style("letter_title", { base = "body_center", size = 13, bold = true })
  style("letter_number", { base = "entry_center", bottom = "none" })
  style("letter_name", { base = "entry_center", bold = true })
  w.text(name_on_head():upper(), "letter_agency", 14, nil, true)
  w.text("[" .. _("unit that writes this letter") .. "]", "letter_unit", 11, nil, true)
  w.text("[" .. _("address, telephone, website, e-mail") .. "]", "letter_address", 9)
  w.space(3)
  w.page:fill(w.row, 1, w.row, w.last, "letter_rule")
  w.space(10)
end

--- Judul dan nomor naskah.
function letter.title(w, title, about_what)
  w.text(title:upper(), "letter_title", 13, nil, true)
  if about_what ~= nil then
    w.text(about_what, "paper_subtitle", 11, nil, true)
  end
  w.text(_("NUMBER:") .. " [" .. _("number of the letter") .. "]", "letter_number")
end

--- Tempat dan tanggal, jabatan, ruang tanda tangan, nama, dan NIP di kolom from sampai to.
function letter.signature(w, from, to, roles, room)
  local function line(text, style_name, height)
    w.put(w.row, from, to, text, style_name)
    w.tall(w.row, height or 17)
    w.row = w.row + 1
  end
  line("[" .. _("place, date") .. "]", "entry_center")
  for _, role in ipairs(roles) do
    line(role, "body_center", w.height(role, 11, from, to))
  end
  line("", "body_center", room)
  line("[" .. _("full name with titles") .. "]", "letter_name")
  line(_("Employee no.") .. " [" .. _("number") .. "]", "entry_center")
end

--- Keterangan di luar halaman cetak, bagi yang mengisi.
function letter.asides(w, paper)
  if paper.official then
    w.aside(1, paper.note)
  end
  w.aside(6, _("Yellow cells are left to be filled in; the program knows nothing of them. This note is not printed."))
end

return letter
