--- A scoring function that returns a whole number that is a float.
local function score(input)
  return 4 / 2, "dua"
end
