--- A scoring function that returns a function.
local function score(input)
  return score, "nanti"
end
