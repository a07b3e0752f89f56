--- A scoring function that returns a number of very many digits.
local function score(input)
  return "1." .. string.rep("0", 4000), "satu"
end
