--- A scoring function that makes functions without end.
local function score(input)
  local list = {}
  for i = 1, 10000000 do
    list[i] = function() return list end
  end
  return 1, "banyak"
end
