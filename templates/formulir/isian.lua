--- Sel isian: teks, tanggal, dan lima kolom bukti, sama di semua lembar formulir. Format "@" menjaga teks seperti
-- 12/2023, 3-7, atau 0012 agar tidak dijadikan tanggal atau bilangan.

local entry = {}

style("input_date", { base = "input", format = "dd/mm/yyyy", left = "hair", line_color = "#D5C48A" })
style("input_note", { base = "input_left", format = "@", left = "hair", line_color = "#D5C48A" })
style("input_small", { base = "input_left", size = 8, format = "@", left = "hair", line_color = "#D5C48A" })

--- Kolom bukti, menurut urutannya: nama tersembunyi, judul, lebar.
entry.evidence = {
  { key = "title", head = _("Evidence: title"), width = 30 },
  { key = "number", head = _("Number"), width = 16 },
  { key = "date", head = _("Date"), width = 11 },
  { key = "pages", head = _("Pages"), width = 8 },
  { key = "file", head = _("File name or link"), width = 22 },
}

--- Banyaknya hari sejak 30 Desember 1899, yang disimpan sel tanggal; nil bila bukan hari yang dapat disimpan.
local function serial(date)
  local year, month, day = tonumber(date:sub(1, 4)), tonumber(date:sub(6, 7)), tonumber(date:sub(9, 10))
  if #date ~= 10 or year == nil or month == nil or day == nil or year < 1901 then
    return nil
  end
  local months = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 }
  local leap = year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0)
  local past = year - 1
  local days = past * 365 + past // 4 - past // 100 + past // 400 + months[month] + day
  return days + (leap and month > 2 and 1 or 0) - 693594
end

--- Sebuah sel isian dengan teks awalnya, atau kosong.
function entry.text(page, row, column, text, look)
  if text == nil or text == "" then
    page:blank(row, column, look)
  else
    page:text(row, column, text, look)
  end
end

--- Kelima sel bukti sebuah baris, mulai dari `column`; mengembalikan banyaknya baris huruf yang tertinggi.
function entry.row(page, row, column, item)
  local tall = 1
  for n, part in ipairs(entry.evidence) do
    local text = item ~= nil and item[part.key] or nil
    if part.key == "date" and text ~= nil and serial(text) ~= nil then
      page:number(row, column + n - 1, serial(text), "input_date")
    else
      entry.text(page, row, column + n - 1, text, part.key == "date" and "input_date" or "input_small")
      tall = math.max(tall, text ~= nil and lines(text, part.width, 8) or 1)
    end
  end
  return tall
end

--- Nama tersembunyi dan judul kolom bukti.
function entry.head(page, hidden_row, row, column)
  for n, part in ipairs(entry.evidence) do
    page:text(hidden_row, column + n - 1, "spbe:" .. part.key, "plain")
    page:text(row, column + n - 1, part.head, "head_center")
  end
end

--- Sel tanggal hanya menerima hari sejak 1945; teks seperti 31/12/2024 boleh diteruskan.
function entry.dates(page, first, last, column)
  page:choice(first, column, last, column, { least = serial("1945-08-17"), most = serial("2100-12-31"), date = true,
    warn = true, error_title = _("Date"), error_message = _("Enter day, month and year, such as 31/12/2024.") })
end

return entry
