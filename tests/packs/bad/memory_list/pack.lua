-- A list that grows.
local t = {}
local s = ("x"):rep(100000)
for i = 1, 1e9 do t[i] = s .. i end
