-- wants: hostile\.lua:4: .*8192
-- hostile: formula long
local s = sheet("Satu")
s:formula(1, 1, "=1" .. string.rep("+1", 5000), 1)
