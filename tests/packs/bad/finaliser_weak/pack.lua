-- Tables that would forget what is in them.
local all = {}
for i = 1, 1e9 do all[i % 1000] = { __mode = "kv", all } end
