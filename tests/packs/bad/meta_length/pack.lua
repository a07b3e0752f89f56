-- A list that says it is long.
local t = { 1, __len = function() return 1e9 end }
return t
