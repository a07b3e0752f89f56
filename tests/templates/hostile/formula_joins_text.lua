-- wants: hostile\.lua:4: '&'
-- hostile: formula joins text
local s = sheet("Satu")
s:formula(1, 1, '="a"&1', "a1")
