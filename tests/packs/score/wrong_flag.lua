--- A scoring function that returns true.
local function score(input)
  return true, "benar"
end
