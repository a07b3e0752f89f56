-- Looking for what is not there, again and again.
local s = ("a"):rep(1000000)
local part = ("a"):rep(1000) .. "b"
while true do s:find(part) end
