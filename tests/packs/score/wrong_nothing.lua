--- A scoring function that returns nothing at all.
local function score(input)
  local n = #input.levels
end
