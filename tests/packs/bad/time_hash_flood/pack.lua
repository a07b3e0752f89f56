-- Keys that all fall into one chain of the hash table.
local t = {}
for i = 1, 1e9 do t[i * ((1 << 17) - 1) * (1 << 20)] = true end
return {}
