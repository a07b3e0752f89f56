-- A variable that is closed: a function.
local x <close> = function() while true do end end
return {}
