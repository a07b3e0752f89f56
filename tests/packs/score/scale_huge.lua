--- A scoring function that returns the largest whole number.
local function score(input)
  return math.maxinteger, "terbesar"
end
