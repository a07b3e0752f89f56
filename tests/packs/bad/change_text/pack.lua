-- A field of a text.
local s = "x"
s.y = 1
return {}
