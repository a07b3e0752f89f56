-- wants: hostile\.lua:5: .*contains itself
-- hostile: style cycle
local t = {}
t.base = t
style("aneh", t)
