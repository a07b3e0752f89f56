--- A scoring function that divides by zero.
local function score(input)
  return { 1, 0 }, "dibagi nol"
end
