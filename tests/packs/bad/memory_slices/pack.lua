-- Pieces of a text, all of them kept.
local s = ("x"):rep(1000000)
local t = {}
for i = 1, 1000 do t[i] = s:sub(i) end
return t
