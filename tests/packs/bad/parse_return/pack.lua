-- Something behind the end.
return {}
local x = 1
