--- A scoring function that returns a binary fraction.
local function score(input)
  return 1.5, "satu setengah"
end
