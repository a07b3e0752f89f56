--- A scoring function that returns a number with an exponent.
local function score(input)
  return "1e0", "satu"
end
