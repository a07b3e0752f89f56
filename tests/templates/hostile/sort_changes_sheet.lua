-- wants: hostile\.lua:[34]: 
-- hostile: sort changes sheet
local s = sheet("Satu")
table.sort(s)
