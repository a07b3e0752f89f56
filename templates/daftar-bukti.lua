--- Daftar bukti dukung: satu baris tiap bukti, dengan versi, keadaan, dan peringatannya.
-- Dokumen: spbe-register/1
-- Pilihan: options.evidence (lihat core/evidence_register.h).

about(_("Register of evidence") .. " " .. cut(report.assessment.agency.name, 150), report.rules.title)
local look = include("laporan/gaya.lua")
local page = sheet(_("Evidence"))
local items = options.evidence or {}

local first_row, last_column = 6, 15
local columns = {
  { title = _("No."), width = 4, style = "quiet" },
  { title = _("Id"), width = 5.5, style = "bold" },
  { title = _("Indicator"), width = 8.5, style = "center" },
  { title = _("Supports criteria"), width = 10, style = "cell" },
  { title = _("Document"), width = 28, style = "cell" },
  { title = _("Number"), width = 12, style = "cell" },
  { title = _("Date"), width = 10, style = "center" },
  { title = _("Unit"), width = 13, style = "cell" },
  { title = _("Pages"), width = 8, style = "center" },
  { title = _("File"), width = 17, style = "small" },
  { title = _("Size (bytes)"), width = 9.5, style = "bytes" },
  { title = _("Version"), width = 6.5, style = "center" },
  { title = _("State"), width = 12, style = "cell" },
  { title = _("Warnings"), width = 44, style = "warning" },
  { title = "SHA-256", width = 17, style = "mono_print" },
}

style("bytes", { base = "cell", align = "right", format = "#,##0" })
style("link", { base = "cell", underline = true, color = look.color.navy })
style("mono_print", { base = "mono", indent = 1 })
style("warning", { base = "cell", size = 8, color = look.color.bad })
for _, name in ipairs({ "quiet", "bold", "center", "cell", "small", "link", "bytes", "warning", "mono_print" }) do
  style(name .. "_gone", { base = name, color = look.color.muted, italic = true })
end

--- Sebuah teks, atau kosong.
local function text_of(text, most)
  return cut(text or "", most)
end

--- SHA-256 dalam empat baris yang dapat dibandingkan dengan mata.
local function fingerprint(sha256)
  if sha256 == nil then
    return ""
  end
  return sha256:sub(1, 16) .. "\n" .. sha256:sub(17, 32) .. "\n" .. sha256:sub(33, 48) .. "\n" .. sha256:sub(49, 64)
end

local function styles_of(item)
  local list = {}
  for n, column in ipairs(columns) do
    list[n] = column.style .. (item.stands and "" or "_gone")
  end
  return list
end

local linked = 0 -- a workbook holds 10,000 links

--- Dokumen yang berupa tautan dapat dibuka dari judulnya; alamatnya sendiri terbaca pada kolom berkas.
local function draw_link(row, item, shown)
  if is_address(item.file or "") and linked < 9000 then
    linked = linked + 1
    page:web(row, 5, item.file, shown, "link" .. (item.stands and "" or "_gone"))
  end
end

local function draw_item(n, item)
  local row = first_row + n - 1
  local cells = { n, item.id, item.indicator, table.concat(item.supports, ", "),
    text_of(item.title or item.file, 500), text_of(item.number, 100), text_of(item.date, 10), text_of(item.unit, 200),
    text_of(item.pages, 60), text_of(item.file, 200), item.size or "", item.version, text_of(item.state, 300),
    cut(table.concat(item.warnings, "\n"), 2000), fingerprint(item.sha256) }
  page:cells(row, 1, cells, styles_of(item))
  draw_link(row, item, cells[5])
  local tallest = item.sha256 == nil and 1 or 3
  for _, place in ipairs({ 4, 5, 6, 8, 9, 13 }) do
    tallest = math.max(tallest, lines(cells[place], columns[place].width, 9))
  end
  tallest = math.max(tallest, lines(cells[10], columns[10].width, 8) * 0.9, lines(cells[14], columns[14].width, 8) * 0.9)
  page:row(row, look.height(tallest))
end

--- Tanpa bukti pun daftar berkata demikian.
local function draw_none()
  page:fill(first_row, 1, first_row, last_column, "cell")
  page:text(first_row, 5, _("No evidence is attached."), "cell")
end

local titles = {}
for n, column in ipairs(columns) do
  page:columns(n, n, column.width)
  titles[n] = column.title
end
local subtitle = cut(report.assessment.agency.name, 120) .. " · " .. report.assessment.year .. " · " .. report.rules.title
look.band(page, last_column, _("Register of evidence"), subtitle)
local standing, warned = 0, 0
for _, item in ipairs(items) do
  standing = standing + (item.stands and 1 or 0)
  warned = warned + (#item.warnings > 0 and 1 or 0)
end
page:merge(4, 1, 4, last_column, string.format(_("%d items, %d of them count, %d with warnings"), #items, standing, warned), "muted")
page:row(4, 16)
page:row(5, 28)
page:table(first_row - 1, 1, first_row + math.max(#items, 1) - 1, last_column,
  { name = "DaftarBukti", header = "head_center", filter = true, columns = titles })
for n, item in ipairs(items) do
  draw_item(n, item)
end
if #items == 0 then
  draw_none()
end
page:view({ freeze_row = first_row, freeze_column = 3, tab = look.color.gold })
page:page({ landscape = true, fit_width = 1, fit_height = 0, left = 8, right = 8, top = 10, bottom = 14,
  repeat_first = 1, repeat_last = first_row - 1,
  footer_left = cut(report.assessment.agency.name, 50) .. " · " .. report.assessment.year,
  footer_right = _("Page {page} of {pages}") })
