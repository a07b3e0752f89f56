-- Keys far from each other.
local t = {}
for i = 1, 1e9 do t[i * 1e6] = i end
