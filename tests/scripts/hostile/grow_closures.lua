-- 6: 
-- Functions that keep what is around them.
local list = {}
local function keep(n)
  local text = ("z"):rep(5000) .. n
  return function()
    return text
  end
end
while true do
  list[#list + 1] = keep(#list)
end
