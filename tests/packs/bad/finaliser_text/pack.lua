-- A variable that is closed: a text.
local x <close> = "x"
return {}
