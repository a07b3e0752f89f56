--- A scoring function that gives a reason of a megabyte.
local function score(input)
  return 1, string.rep("x", 1000000)
end
