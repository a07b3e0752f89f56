-- A name that is written backwards.
local ‮srettel = 1
return {}
