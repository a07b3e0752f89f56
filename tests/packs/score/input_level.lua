--- A scoring function that raises the count of what is met.
local function score(input)
  input.levels[1].met = 99
  return 3, "penuh"
end
