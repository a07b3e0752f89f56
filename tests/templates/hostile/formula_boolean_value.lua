-- wants: hostile\.lua:4: argument 4
-- hostile: formula boolean value
local s = sheet("Satu")
s:formula(1, 1, "=1=1", true)
