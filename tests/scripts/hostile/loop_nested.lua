-- 6: 
-- Loops in loops in protected calls: nothing that is caught may buy time.
local function deeper(n)
  if n == 0 then
    while true do
    end
  end
  return pcall(deeper, n - 1)
end
while true do
  deeper(50)
end
