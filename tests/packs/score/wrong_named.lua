--- A scoring function that returns a table with names.
local function score(input)
  return { numerator = 1, denominator = 2 }, "bernama"
end
