-- A table that would be added.
local t = { __add = function() return 1 end }
return { weight = t + 1 }
