-- Long texts that differ at their end.
local a = ("a"):rep(1000000) .. "b"
local c = ("a"):rep(1000000) .. "c"
while a < c do end
return {}
