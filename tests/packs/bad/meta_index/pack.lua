-- A field that would be looked up elsewhere for ever.
local t = {}
t.__index = t
return { x = t.missing.missing }
