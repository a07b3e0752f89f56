-- wants: hostile\.lua
-- hostile: sheet copied
local s = sheet("Satu")
s.text = nil
