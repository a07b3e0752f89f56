-- 6: 
-- A comparison that never comes to an end.
local list = {}
for i = 1, 1000 do
  list[i] = i * 7919 % 1000
end
pcall(table.sort, list, function(a, b)
  local n = 0
  while n >= 0 do
    n = n + 1
  end
  return a < b
end)
while true do
  pcall(table.sort, list)
end
