--- A scoring function that changes what the pack declares.
local weights = { 1, 2, 3 }

local function score(input)
  weights[1] = 3
  return weights[1], "diubah"
end
