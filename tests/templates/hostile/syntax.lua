-- wants: hostile\.lua:4: .*
-- hostile: syntax
local s = sheet("Satu"
s:text(1, 1, "x")
