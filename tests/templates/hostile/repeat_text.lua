-- wants: hostile\.lua:3: .*
-- hostile: repeat text
local s = string.rep("x", 1000000000)
