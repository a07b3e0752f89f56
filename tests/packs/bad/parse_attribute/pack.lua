-- A variable that would be closed by foreign code.
local x <close> = {}
return {}
