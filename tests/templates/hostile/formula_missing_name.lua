-- wants: hostile\.lua:4: .*'tidak_ada'
-- hostile: formula missing name
local s = sheet("Satu")
s:formula(1, 1, "=tidak_ada+1", 1)
