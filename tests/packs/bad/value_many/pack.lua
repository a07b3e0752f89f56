-- More values than a pack may hold.
local t = {}
for i = 1, 250000 do t[i] = i end
return t
