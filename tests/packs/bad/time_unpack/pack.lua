-- Values laid out again and again.
local t = {}
for i = 1, 250 do t[i] = i end
local function count(...) return select("#", ...) end
while true do count(table.unpack(t)) end
