-- 6: 
-- Tables in tables.
local root = {}
local at = root
while true do
  local next_one = { ("y"):rep(1000), {}, {}, {} }
  at[1] = next_one
  at = next_one[2]
end
