-- Keys of a million letters.
local t = {}
local s = ("x"):rep(1000000)
for i = 1, 1e9 do t[i .. s] = nil end
