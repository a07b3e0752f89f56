-- wants: hostile\.lua:4: .*partner
-- hostile: formula open
local s = sheet("Satu")
s:formula(1, 1, "=SUM(A1", 1)
