--- A scoring function that returns more than the scale has.
local function score(input)
  return 4, "lebih"
end
