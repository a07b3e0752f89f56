--- A scoring function that returns less than the scale has.
local function score(input)
  return -1, "kurang"
end
