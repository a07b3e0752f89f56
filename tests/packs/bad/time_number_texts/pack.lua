-- Numbers read from long texts, for ever.
local s = ("9"):rep(60000)
while true do tonumber(s) end
