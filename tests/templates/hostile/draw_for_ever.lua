-- wants: hostile\.lua:4: 
-- hostile: draw for ever
local s = sheet("Satu")
while true do s:text(1, 1, "x") end
