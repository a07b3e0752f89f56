-- Keys as far from each other as numbers go.
local t = {}
for i = 0, 62 do t[1 << i] = i end
return t
