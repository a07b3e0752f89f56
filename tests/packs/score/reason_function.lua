--- A function is no reason.
local function score(input)
  return 1, score
end
