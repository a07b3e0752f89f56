-- A chain for the collector to walk, again and again.
local chain
for i = 1, 100000 do chain = { chain } end
while true do local garbage = { chain } end
