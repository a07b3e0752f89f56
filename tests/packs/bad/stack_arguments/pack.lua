-- Calls of two hundred and fifty arguments within each other.
local t = {}
for i = 1, 250 do t[i] = i end
local function f(...) return 1 + f(...) end
return { f(table.unpack(t)) }
