-- A table that grows while it is walked.
local t = { a = 1 }
for key in pairs(t) do t[key .. "x"] = 1 end
return t
