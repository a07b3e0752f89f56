-- One table a thousand times, each a thousand times.
local row = {}
for i = 1, 1000 do row[i] = i end
local all = {}
for i = 1, 1000 do all[i] = row end
return all
