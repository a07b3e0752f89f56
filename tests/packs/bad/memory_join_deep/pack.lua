-- A text joined from its own double.
local t = { ("x"):rep(1000000) }
for i = 2, 1000 do t[i] = t[i - 1] end
return { table.concat(t, t[1]) }
