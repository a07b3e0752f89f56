-- wants: hostile\.lua: the template drew no sheet
-- hostile: no sheet
local a = 1
