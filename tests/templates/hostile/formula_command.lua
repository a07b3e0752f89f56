-- wants: hostile\.lua:4: '\|'
-- hostile: formula command
local s = sheet("Satu")
s:formula(1, 1, "=cmd|' /C calc'!A0", 1)
