-- wants: hostile\.lua:4: .*'Dua'
-- hostile: formula missing sheet
local s = sheet("Satu")
s:formula(1, 1, "=Dua!A1", 1)
