-- wants: hostile\.lua:4: '\['
-- hostile: formula other file
local s = sheet("Satu")
s:formula(1, 1, "=[lain.xlsx]Satu!A1", 1)
