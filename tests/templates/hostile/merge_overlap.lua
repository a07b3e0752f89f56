-- wants: hostile\.lua:5: .*over others
-- hostile: merge overlap
local s = sheet("Satu")
s:merge(1, 1, 2, 2, "a")
s:merge(2, 2, 3, 3, "b")
