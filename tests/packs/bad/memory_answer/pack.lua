-- Little code, much data.
local s = ("x"):rep(30000)
local t = {}
for i = 1, 300 do t[i] = s end
return t
