-- wants: hostile\.lua.*memory
-- hostile: pcall memory
local t = {}
while true do
  pcall(function() for i = 1, 1e9 do t[#t + 1] = ("x"):rep(100000) .. i end end)
end
