-- wants: hostile\.lua:4: 'AB12'
-- hostile: name like cell
local s = sheet("Satu")
define("AB12", "=Satu!$A$1")
