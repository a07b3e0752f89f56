--- Dasar semua naskah: kata-kata paket aturan, gaya sel, dan penulis yang berjalan dari atas ke bawah.
-- Yang tidak diketahui program menjadi sel masukan berwarna kuning dengan keterangan dalam kurung siku; tidak
-- satu pun diisi dengan dugaan.

local model = include("laporan/model.lua")
local look = include("laporan/gaya.lua")
local pages = include("naskah/halaman.lua")

local instrument = report.instrument or {}
local words = instrument.papers or { subject = report.rules.title, index = _("Index"), evaluation = report.rules.title,
  coordinator = _("Coordinator"), internal_team = _("Internal assessors"), method = "", list = {} }
local agency = report.assessment.agency.name
local base = { model = model, look = look, words = words, instrument = instrument, places = report.scale.decimals,
  agency = agency == "" and "[" .. _("agency") .. "]" or cut(agency, 160) }

--- Kata-kata sebuah naskah menurut templatnya.
function base.paper(id, title)
  for _, paper in ipairs(words.list) do
    if paper.id == id then
      return paper
    end
  end
  return { id = id, title = title, official = false, statement = "", note = _("The rules say nothing of this paper.") }
end

--- Bilangan hasil bagi manusia, sebanyak desimal instrumen.
function base.number(text)
  return decimal(text, base.places)
end

--- Dasar yang pertama berisi di antara yang disebut; selain itu dasar utama.
function base.first_basis(wanted)
  for _, name in ipairs(wanted) do
    if report.indexes[name] ~= nil then
      return name, report.indexes[name]
    end
  end
  return report.basis, report.index
end

--- Judul peraturan yang mendasari hasil: tanpa pedoman tahun lain.
function base.documents()
  local titles, guide = {}, report.guideline ~= nil and report.guideline.id or ""
  for _, document in ipairs(instrument.documents or {}) do
    if document.guide_years == nil or guide == "" or document.id == guide then
      titles[#titles + 1] = document.title
    end
  end
  return titles
end

--- Tahun lalu menurut aturan yang sama; nil bila tidak ada. values: nilai tepat menurut kode.
local function find_former()
  if not previous or previous.rules.id ~= report.rules.id then
    return nil
  end
  local former = { title = _("Year") .. " " .. previous.assessment.year, index = exact(previous.index.exact), values = {} }
  local function add(groups)
    for _, group in ipairs(groups or {}) do
      local value = group.exact or group.value
      former.values[group.id] = value ~= nil and exact(value) or nil
      add(group.aspects)
      add(group.indicators)
    end
  end
  add(previous.domains)
  add(previous.aspects)
  return former
end
base.former = find_former()

--- Nilai sebuah domain atau aspek pada suatu dasar; dokumen lama hanya memuat dasar utamanya.
function base.group_value(data, basis)
  if data.indexes ~= nil and data.indexes[basis] ~= nil then
    return exact(data.indexes[basis].exact)
  end
  return basis == report.basis and exact(data.exact) or nil
end

--- Nilai tepat sebuah domain atau aspek pada suatu dasar, sebagai teks.
function base.group_exact(data, basis)
  local indexes = data.indexes
  return indexes ~= nil and indexes[basis] ~= nil and indexes[basis].exact or data.exact
end

--- Aspek yang nilainya paling jauh menurut better; nil bila tidak ada.
function base.extreme(basis, better)
  local found, value
  for _, aspect in ipairs(model.aspects) do
    local own = base.group_value(aspect.data, basis)
    if own ~= nil and (value == nil or better(own, value)) then
      found, value = aspect.data, own
    end
  end
  return found
end

--- Nama tanpa ekor yang ada pada semua aspek, paling panjang sekian huruf.
function base.short(name, characters)
  for _, tail in ipairs({ " Berbasis Elektronik", " SPBE" }) do
    if #name > #tail and name:sub(-#tail) == tail then
      name = name:sub(1, #name - #tail)
    end
  end
  return cut(name, characters)
end

base.basis_names = { claimed = _("claimed value"), supported = _("value that evidence supports"),
  verified = _("value set by assessors") }

--- Dari mana angkanya: mesin, aturan, penilaian; satu baris kecil di kaki naskah.
function base.origin()
  return string.format(_("Numbers: %s %s, rules %s, SHA-256 of the assessment %s."), report.engine.name,
    report.engine.version, report.rules.id, report.assessment.sha256:sub(1, 16))
end

--- Aturan dan pedoman tahun ini, sebagai satu kalimat.
function base.rules()
  local text = report.rules.title
  if report.guideline ~= nil and report.guideline.title ~= "" then
    text = text .. "; " .. report.guideline.title
  end
  for i, overlay in ipairs(report.rules.overlays) do
    text = text .. "; " .. _("Overlay") .. " " .. overlay.id .. ": " .. cut(overlay.title, 200)
  end
  return text
end

-- ---- gaya --------------------------------------------------------------------------------------------

local color = look.color
style("body", { font = "Arial", size = 11, color = color.ink, valign = "top", wrap = true })
style("body_center", { base = "body", align = "center", valign = "middle" })
style("body_bold", { base = "body", bold = true })
style("paper_title", { base = "body_center", size = 14, bold = true, color = color.navy })
style("paper_subtitle", { base = "body_center", size = 11, bold = true })
style("paper_section", { base = "body", size = 11, bold = true, color = color.navy, valign = "middle", wrap = false,
  bottom = "medium", line_color = color.navy })
style("paper_small", { base = "body", size = 8, color = color.muted })
style("paper_notice", { base = "body", size = 9, color = color.bad, fill = "#FBEDEB", valign = "middle" })
style("label", { base = "body", valign = "middle" })
style("entry", { base = "body", align = "left", valign = "middle", fill = color.input, color = "#5B3E00", unlocked = true,
  bottom = "thin", line_color = color.gold })
style("entry_center", { base = "entry", align = "center" })
style("entry_top", { base = "entry", valign = "top", line = "thin" })
style("sign_line", { base = "body", bottom = "thin", line_color = color.ink })
style("grid", { base = "body", size = 9, valign = "middle", bottom = "hair", line_color = color.line })
style("grid_bold", { base = "grid", bold = true, fill = color.panel, color = color.navy })
style("grid_indent", { base = "grid", indent = 1 })
style("grid_small", { base = "grid", size = 8, color = color.muted })
style("grid_center", { base = "grid", align = "center" })
style("grid_entry", { base = "entry", size = 9, line = "hair", line_color = color.gold })
style("grid_entry_center", { base = "grid_entry", align = "center" })
style("grid_entry_top", { base = "grid_entry", valign = "top" })
for _, kind in ipairs({ "grid", "grid_bold" }) do
  style(kind .. "_whole", { base = kind, align = "center", format = "0" })
  style(kind .. "_two", { base = kind, align = "center", format = "0.00" })
  style(kind .. "_gain", { base = kind, align = "center", format = "+0.0000" })
end
style("box_number", { base = "body_center", size = 24, bold = true, color = color.navy, fill = color.panel, format = "0.00" })
style("box_word", { base = "box_number", size = 14, color = color.white, fill = color.navy })
style("box_label", { base = "body_center", size = 8, bold = true, color = color.muted, fill = color.panel })
style("box_note", { base = "box_label", bold = false })

-- ---- penulis -----------------------------------------------------------------------------------------

--- Menulis selembar dari atas ke bawah. widths: lebar tiap kolom.
-- Tiap fungsi menulis satu hal dan turun; w.row ialah baris berikutnya.
function base.writer(page, widths)
  local w = { page = page, row = 1, last = #widths }
  local heights, blocks, parts, kept = {}, {}, {}, false
  for place, width in ipairs(widths) do
    page:columns(place, place, width)
  end
  --- Menetapkan tinggi sebuah baris.
  function w.tall(row, height)
    heights[row] = height
    page:row(row, height)
  end
  --- Baris berikut mengawali blok yang tidak dipenggal bila muat di satu halaman.
  function w.block()
    blocks[w.row], kept = true, true
  end
  --- Baris berikut mengawali bagian; blok yang terlalu panjang dipenggal di sini.
  function w.part()
    parts[w.row] = true
  end

  --- Lebar kolom dari sampai ke, dalam huruf.
  function w.width(from, to)
    local sum = 0
    for place = from, to do
      sum = sum + widths[place] + 5 / 7
    end
    return sum - 5 / 7
  end

  --- Tinggi sebuah teks di kolom dari sampai ke; sedikit sempit, karena sel bertepi dan tiap program mengukur sendiri.
  function w.height(text, size, from, to, bold)
    return lines(text, w.width(from or 1, to or w.last) * 0.98, size or 11, bold) * (size or 11) * 1.32 + 4
  end

  function w.space(height)
    w.tall(w.row, height or 8)
    w.row = w.row + 1
  end

  --- Satu teks selebar halaman, atau dari kolom from.
  function w.text(text, style_name, size, from, bold)
    text = cut(text, 8000)
    if (from or 1) == w.last then
      page:text(w.row, w.last, text, style_name or "body")
    else
      page:merge(w.row, from or 1, w.row, w.last, text, style_name or "body")
    end
    w.tall(w.row, math.min(400, w.height(text, size, from, nil, bold)))
    w.row = w.row + 1
  end

  function w.section(title)
    w.space(10)
    page:merge(w.row, 1, w.row, w.last, title, "paper_section")
    w.tall(w.row, 20)
    w.row = w.row + 1
    w.space(4)
  end

  --- Sel dari sampai ke, digabung bila perlu.
  function w.put(row, from, to, text, style_name)
    if from == to then
      page:text(row, from, text, style_name)
    else
      page:merge(row, from, row, to, text, style_name)
    end
  end

  --- Label di kiri, isi di kanan mulai kolom from.
  function w.field(label, text, from, style_name)
    from = from or 2
    text = cut(text, 3000)
    w.put(w.row, 1, from - 1, label, "label")
    w.put(w.row, from, w.last, text, style_name or "label")
    w.tall(w.row, math.min(400, math.max(w.height(text, 11, from), w.height(label, 11, 1, from - 1))))
    w.row = w.row + 1
  end

  --- Label di kiri, sel masukan di kanan. hint: apa yang diisi.
  function w.entry(label, hint, from, height)
    from = from or 2
    w.put(w.row, 1, from - 1, label, "label")
    w.put(w.row, from, w.last, "[" .. hint .. "]", height and "entry_top" or "entry")
    w.tall(w.row, height or 19)
    w.row = w.row + 1
  end

  --- Masukan selebar halaman, untuk kalimat sendiri.
  function w.paragraph_entry(hint, height, style_name)
    page:merge(w.row, 1, w.row, w.last, "[" .. hint .. "]", style_name or "entry_top")
    w.tall(w.row, height or 60)
    w.row = w.row + 1
  end

  --- Peringatan bila aturan instrumen tidak diketahui meminta naskah ini.
  function w.standing(paper)
    if not paper.official and paper.note ~= "" then
      w.text(paper.note, "paper_notice", 9)
      w.space(6)
    end
  end

  --- Kepala tabel; spans: {judul, dari, sampai}.
  function w.head(spans)
    local tall = 18
    for _, span in ipairs(spans) do
      w.put(w.row, span[2], span[3], span[1], span[2] == 1 and span[3] > 1 and "head" or "head_center")
      tall = math.max(tall, w.height(span[1], 9, span[2], span[3], true))
    end
    w.tall(w.row, tall)
    w.row = w.row + 1
  end

  --- Nilai tidak lengkap: disebut setiap kali indeks ditampilkan.
  function w.incomplete(index)
    if index.given < index.of then
      w.text(string.format(_("Provisional: only %d of %d indicators have a value; the others count as the rules say for an indicator without answer."),
        index.given, index.of), "paper_notice", 9)
    end
  end

  --- Catatan di luar halaman cetak, di sebelah kanan.
  function w.aside(row, text)
    page:columns(w.last + 1, w.last + 1, 3)
    page:columns(w.last + 2, w.last + 2, 46)
    page:merge(row, w.last + 2, row + 3, w.last + 2, text, "paper_small")
  end

  --- Berapa halaman yang terisi sejauh ini.
  function w.pages(landscape)
    local sum = 0
    for row = 1, w.row - 1 do
      sum = sum + (heights[row] or 15)
    end
    return sum / pages.room(landscape, 36, 0)
  end
  --- Memenggal halaman di antara blok; kepala yang diulang mengurangi ruangnya.
  local function set_breaks(options)
    local head = 0
    for row = options.repeat_first or 1, options.repeat_last or 0 do
      head = head + (heights[row] or 15)
    end
    local room = pages.room(options.landscape, (options.top or 18) + 18, head)
    page:breaks(pages.breaks(1, w.row - 1, heights, blocks, parts, room))
  end
  --- Menutup lembar: tata cetak dan pelindung.
  function w.close(options)
    local margin = options.margin or 20
    if kept then
      set_breaks(options)
    end
    page:view({ gridlines = false, active = options.active, tab = options.tab or color.navy, zoom = 100,
      freeze_row = options.freeze_row })
    page:page({ fit_width = 1, fit_height = options.fit_height or 0,
      landscape = options.landscape, center = true, left = margin, right = margin, top = options.top or 18, bottom = 18,
      repeat_first = options.repeat_first, repeat_last = options.repeat_last, area = { 1, 1, math.max(w.row - 1, 1), w.last },
      footer_left = options.footer or cut(base.agency, 50) .. " · " .. report.assessment.year,
      footer_right = _("Page {page} of {pages}") })
    page:protect()
  end

  return w
end

--- Tabel domain dan aspek: nama, bobot, nilai pada suatu dasar, di kolom-kolom yang disebut.
function base.group_rows(w, basis, columns)
  local function line(data, style_name, number)
    w.put(w.row, 1, columns.name, data.name, style_name)
    w.page:number(w.row, columns.weight, data.weight, number)
    local value = base.group_value(data, basis)
    if value ~= nil then
      w.page:number(w.row, columns.value, value, number)
    else
      w.page:text(w.row, columns.value, "–", number)
    end
    w.tall(w.row, math.max(15, w.height(data.name, 9, 1, columns.name)))
    w.row = w.row + 1
  end
  for _, domain in ipairs(model.domains) do
    line(domain.data, "grid_bold", "grid_bold_two")
    for _, aspect in ipairs(domain.aspects) do
      line(aspect.data, "grid_indent", "grid_two")
    end
  end
  if #model.domains == 0 then
    for _, aspect in ipairs(model.aspects) do
      line(aspect.data, "grid", "grid_two")
    end
  end
end

--- Nama domain dan aspek, atau aspek saja, sebagai judul kolom.
base.group_title = #model.domains > 0 and _("Domain and aspect") or _("Aspect")

return base
