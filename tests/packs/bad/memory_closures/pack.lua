-- Functions that keep each other alive.
local f = function() end
local s = ("x"):rep(100000)
while true do
  local before, text = f, s .. "y"
  f = function() return before, text end
end
