-- wants: hostile\.lua:4: .*HYPERLINK
-- hostile: formula link
local s = sheet("Satu")
s:formula(1, 1, '=HYPERLINK("http://contoh")', 1)
