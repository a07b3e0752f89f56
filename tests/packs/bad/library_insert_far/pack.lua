-- An item put far behind the end.
local t = {}
table.insert(t, math.maxinteger, 1)
return t
