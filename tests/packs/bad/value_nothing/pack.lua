-- Nothing is returned.
local x = 1
