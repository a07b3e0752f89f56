-- Long texts turned round, for ever.
local s = ("x"):rep(1000000)
while true do s = s:reverse() end
