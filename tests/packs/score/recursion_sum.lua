--- A scoring function that calls itself without end.
local function score(input)
  return 1 + score(input)
end
