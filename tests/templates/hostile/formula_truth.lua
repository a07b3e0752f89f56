-- wants: hostile\.lua:4: .*TRUE
-- hostile: formula truth
local s = sheet("Satu")
s:formula(1, 1, "=TRUE", 1)
