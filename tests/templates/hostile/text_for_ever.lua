-- wants: hostile\.lua
-- hostile: text for ever
local s = sheet("Satu")
for r = 1, 1048576 do s:text(r, 1, ("x"):rep(32000) .. r) end
