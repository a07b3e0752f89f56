-- wants: hostile\.lua:4: .*cannot name a sheet
-- hostile: formula quoted file
local s = sheet("Satu")
s:formula(1, 1, "='[lain.xlsx]Satu'!A1", 1)
