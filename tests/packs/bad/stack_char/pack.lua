-- More arguments than are taken.
local t = {}
for i = 1, 250 do t[i] = 65 end
return { string.char(65, table.unpack(t)) }
