--- Drawings of a script: the commands of templates, in workbooks that appear when they are closed.
local check = include("check.lua")
local same, refused = check.same, check.refused

local book = spbe.workbook("a.xlsx", { year = 2024 })
local page = book:sheet("Nilai")
book:style("judul", { bold = true })
book:about("Coba", "uji")

-- What can be written, and read back.
page:text(1, 1, "Kota", "judul")
page:number(1, 2, "7/6")
page:cells(2, 1, { "a", 1, false, 2.5 })
page:formula(3, 1, "=SUM(" .. spbe.ref(2, 2, 2, 4) .. ")", "3.5")
page:merge(4, 1, 4, 3, "lebar")
page:blank(5, 1, "judul")
page:fill(6, 1, 7, 2, "judul")
page:columns(1, 1, 20)
page:row(1, 30)
page:filter(2, 1, 2, 4)
page:view({ freeze_row = 2 })
page:page({ landscape = true })
page:condition(2, 2, 2, 4, { least = 0, most = 5, bar = "#336699" })
page:choice(8, 1, 8, 1, { least = 1, most = 5, whole = true })
page:chart(9, 1, { kind = "column", series = { { values = "=" .. spbe.at(page, 2, 2, 2, 4), name = "nilai" } } })
local other = book:sheet("Lain")
other:link(1, 1, page, 1, 1, "ke nilai")
other:protect()
book:define("nilai", "=" .. spbe.at(page, 2, 2, 2, 4))
same("not there yet", spbe.exists("a.xlsx"), false)
book:close()
same("there", spbe.exists("a.xlsx"), true)
local rows = spbe.read_table("a.xlsx", "Nilai")
same("text", rows[1][1], "Kota")
same("exact number", rows[1][2]:sub(1, 6), "1.1666")
same("cells", table.concat(rows[2], "|"), "a|1||2.5")
same("the formula's value", rows[3][1], "3.5")
same("the other sheet", spbe.read_table("a.xlsx", "Lain")[1][1], "ke nilai")

-- Functions that calculate for it.
same("ref", spbe.ref(3, 2), "B3")
same("range", spbe.ref(3, 2, 9, 28), "B3:AB9")
same("fixed", spbe.fixed(3, 2), "$B$3")
same("quote", spbe.quote('a"b'), '"a""b"')
same("exact", spbe.exact("1/4"), 0.25)
same("cut", spbe.cut("abcdef", 4), "abc…")
same("lines", spbe.lines("satu dua tiga empat lima", 8) >= 3, true)
refused("no sheet", "argumen ke-1 (at(sheet", spbe.at, "Nilai", 1, 1)
refused("no row", "argumen ke-1 (ref(row", spbe.ref, 0, 1)

-- What is wrong is told where it stands; what is closed stays closed.
refused("closed", "ditutup", book.close, book)
refused("closed, too", "ditutup", page.text, page, 1, 1, "x")
refused("without its sheet", "'sheet'", page.text, nil, 1, 1, "x")
local two = spbe.workbook("b.xlsx")
local sheet = two:sheet("B")
refused("no text", "argumen ke-3", sheet.text, sheet, 1, 1)
refused("too far right", "argumen ke-2", sheet.text, sheet, 1, 20000, "x")
refused("no table", "argumen ke-2", two.style, two, "x", 5)
refused("a sheet of another", "buku kerja yang sama", sheet.link, sheet, 1, 1, page, 1, 1, "x")
sheet:text(1, 1, "baik")
two:close()
same("what was refused left nothing behind", spbe.read_table("b.xlsx")[1][1], "baik")
refused("another ending", ".xlsx, .html", spbe.workbook, "c.pdf")
refused("no year", "1944", spbe.workbook, "c.xlsx", { year = 1944 })
refused("no such option", "tahun", spbe.workbook, "c.xlsx", { tahun = 2024 })
refused("outside", "/tmp", spbe.workbook, "/tmp/c.xlsx")
refused("over an assessment", "k.spbe", spbe.workbook, "k.spbe")

-- A command that cannot be done breaks the drawing, not the script.
local three = spbe.workbook("d.xlsx")
local bad = three:sheet("D")
bad:text(1, 1, "x", "tidak-ada")
refused("with its own line", "drawing.lua:", three.close, three)
same("nothing is there", spbe.exists("d.xlsx"), false)

-- Many at once, and each is whole.
local books = {}
for i = 1, 10 do
  books[i] = spbe.workbook("m" .. i .. ".xlsx")
end
for i = 1, 10 do
  local one = books[i]:sheet("S")
  for row = 1, 5 do
    one:number(row, 1, i * 100 + row)
  end
end
for i = 10, 1, -1 do
  books[i]:close()
end
same("the first", spbe.read_table("m1.xlsx")[5][1], "105")
same("the last", spbe.read_table("m10.xlsx")[5][1], "1005")

-- The same drawing gives the same bytes.
for _, name in ipairs({ "s1.html", "s2.html" }) do
  local same_book = spbe.workbook(name, { year = 2024 })
  same_book:sheet("S"):cells(1, 1, { "a", 1 })
  same_book:close()
end
same("the same bytes", spbe.read("s1.html"), spbe.read("s2.html"))

print("ok", check.count())
