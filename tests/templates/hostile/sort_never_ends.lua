-- wants: hostile\.lua
-- hostile: sort never ends
local t = {}
for i = 1, 90000 do t[i] = i % 7 end
for n = 1, 1000000 do table.sort(t, function() return true end) end
