-- 6: 64
-- More things open than are allowed, in rings.
local kept = {}
while true do
  kept[#kept + 1] = spbe.output("x" .. #kept .. ".txt")
end
