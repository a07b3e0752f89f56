-- Sorted by where tables lie.
local all = { {}, {}, {} }
table.sort(all, function(a, b) return tostring(a) < tostring(b) end)
return { [tostring(all[1])] = 1 }
