-- A table that would be called.
local t = { __call = function() while true do end end }
return t()
