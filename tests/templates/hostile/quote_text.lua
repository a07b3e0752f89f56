-- wants: hostile\.lua:4: 
-- hostile: quote text
local s = sheet("Satu")
s:formula(1, 1, "=" .. quote(("\""):rep(20000)), 1)
