--- A scoring function that calls itself as its last act without end.
local function score(input)
  return score(input)
end
