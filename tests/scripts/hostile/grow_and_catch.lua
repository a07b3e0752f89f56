-- 6: 
-- What memory allows is asked for again and again, and the refusal is caught.
local list = {}
while true do
  pcall(function()
    while true do
      list[#list + 1] = ("w"):rep(500000) .. #list
    end
  end)
end
