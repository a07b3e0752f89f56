-- wants: hostile\.lua:4: .*reference
-- hostile: reference
local s = sheet("Satu")
define("nama", "=1+1")
