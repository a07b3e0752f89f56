-- Copies that differ in one letter.
local t = {}
for i = 1, 1000 do t[i] = (i .. ("x"):rep(1000000)):upper() end
return t
