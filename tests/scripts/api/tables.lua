--- Tables: CSV and workbooks are read cell by cell; what is written cannot become a formula.
local check = include("check.lua")
local same, refused = check.same, check.refused

local function shown(rows)
  return spbe.json(rows)
end

local written = {
  { { { "a", "b" }, { 1, 2 } }, "a,b\r\n1,2\r\n" },
  { { { "a,b", 'c"d' } }, '"a,b","c""d"\r\n' },
  { { { "a\nb" } }, '"a\nb"\r\n' },
  { { { false, "x", false } }, ",x,\r\n" },
  { { { "" } }, "\r\n" },
  { { { " a" }, { "a " } }, '" a"\r\n"a "\r\n' },
  { { { "=1+1" }, { "@x" }, { "+A1" }, { "-A1" } }, "\"'=1+1\"\r\n\"'@x\"\r\n\"'+A1\"\r\n\"'-A1\"\r\n" },
  { { { "-2.5" }, { "+3" }, { "-7/6" } }, "-2.5\r\n\"'+3\"\r\n-7/6\r\n" },
  { { { 2.5, -3 } }, "2.5,-3\r\n" },
  { {}, "" },
  { { {} }, "\r\n" },
}
for i, case in ipairs(written) do
  spbe.write_csv("t.csv", case[1])
  same("written " .. i, spbe.read("t.csv"), case[2])
end
spbe.write_csv("t.csv", { { "a;b", "c,d" } }, ";")
same("semicolons", spbe.read("t.csv"), '"a;b";c,d\r\n')
spbe.write_csv("t.csv", { { "a", "b" } }, "\t")
same("tabs", spbe.read("t.csv"), "a\tb\r\n")

refused("no list", "baris 1", spbe.write_csv, "t.csv", "a")
refused("no rows", "baris 1", spbe.write_csv, "t.csv", { "a" })
refused("a record", "baris 1", spbe.write_csv, "t.csv", { { a = 1 } })
refused("a list in a cell", "baris 2", spbe.write_csv, "t.csv", { { "a" }, { { 1 } } })
refused("true", "baris 1", spbe.write_csv, "t.csv", { { true } })
refused("separator", "memisahkan", spbe.write_csv, "t.csv", { { 1 } }, ":")
refused("no separator", "memisahkan", spbe.write_csv, "t.csv", { { 1 } }, "")
same("untouched by what failed", spbe.read("t.csv"), "a\tb\r\n")

local read = {
  { "a,b\n1,2\n", '[["a","b"],["1","2"]]' },
  { "a;b\n1;2\n", '[["a","b"],["1","2"]]' },
  { "a\tb\n1\t2\n", '[["a","b"],["1","2"]]' },
  { "a;b,c\n", '[["a","b,c"]]' },
  { '"a,b",c\n', '[["a,b","c"]]' },
  { '"a\nb";c\n', '[["a\\nb","c"]]' },
  { "a,,c\n", '[["a","","c"]]' },
  { ",,c\n", '[["","","c"]]' },
  { "a\n\n\nb\n", '[["a"],[],[],["b"]]' },
  { " a , b \n", '[["a","b"]]' },
  { "a,b\r\n1,2\r\n", '[["a","b"],["1","2"]]' },
  { "", "[]" },
  { "\n\n", "[]" },
  { "\239\187\191a,b\n", '[["a","b"]]' },
  { "sep=;\na;b\n", '[[],["a","b"]]' },
  { "é;日本\n", '[["é","日本"]]' },
}
for i, case in ipairs(read) do
  spbe.write("r.csv", case[1])
  same("read " .. i, shown(spbe.read_table("r.csv")), case[2])
end
spbe.write("r.csv", 'a,"b\n')
refused("a quotation mark too few", "r.csv", spbe.read_table, "r.csv")
refused("absent", "tidak ada", spbe.read_table, "z.csv")

-- Workbooks, drawn by a template of one's own.
spbe.write("gambar.lua", [[
local one = sheet("Satu")
one:cells(1, 1, { "Indikator", "Nilai" })
for i, row in ipairs(report.rows) do
  one:cells(i + 1, 1, row)
end
local two = sheet("Dua")
two:text(3, 2, options.note or "-")
two:formula(4, 2, "=1+1", 2)
]])
spbe.draw("b.xlsx", "gambar.lua", { rows = { { "I01", 3 }, { "I02", 2.5 }, { "=1+1", 0 } } }, { year = 2024, note = "catatan" })
same("the first sheet", shown(spbe.read_table("b.xlsx")), '[["Indikator","Nilai"],["I01","3"],["I02","2.5"],["=1+1","0"]]')
same("by name", shown(spbe.read_table("b.xlsx", "Dua")), '[[],[],["","catatan"],["","2"]]')
same("by name, whatever its capitals", shown(spbe.read_table("b.xlsx", "dua")), shown(spbe.read_table("b.xlsx", "Dua")))
same("by number", shown(spbe.read_table("b.xlsx", 2)), shown(spbe.read_table("b.xlsx", "Dua")))
same("by number as a text", shown(spbe.read_table("b.xlsx", "1")), shown(spbe.read_table("b.xlsx")))
refused("no such sheet", "tidak memiliki lembar 'Tiga'", spbe.read_table, "b.xlsx", "Tiga")
refused("number zero", "tidak memiliki lembar '0'", spbe.read_table, "b.xlsx", 0)
refused("number three", "tidak memiliki lembar '3'", spbe.read_table, "b.xlsx", 3)
local before = spbe.read_table("b.xlsx")
spbe.draw("b2.xlsx", "gambar.lua", { rows = {} }, { year = 2024 })
same("another file", #spbe.read_table("b2.xlsx"), 1)
same("a year that dates it", #before, 4)
refused("the template's own mistake", "gambar.lua:3", spbe.draw, "b.xlsx", "gambar.lua", { lain = 1 })
refused("no template", "templat", spbe.draw, "b.xlsx", "tidak-ada", {})
refused("a template outside", "tidak boleh", spbe.draw, "b.xlsx", "/tmp/x.lua", {})
refused("no workbook", ".xlsx", spbe.draw, "b.pdf", "gambar.lua", { rows = {} })
refused("no year", "tahun", spbe.draw, "b.xlsx", "gambar.lua", { rows = {} }, { year = "dulu" })
same("untouched by what failed", shown(spbe.read_table("b.xlsx")), shown(before))

print("ok", check.count())
