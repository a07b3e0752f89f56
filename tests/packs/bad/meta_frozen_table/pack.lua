-- A walk over the library, to change it.
for name in pairs(string) do string[name] = nil end
return {}
