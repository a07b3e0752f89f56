--- A scoring function that keeps what it saw in a table.
local seen = {}

local function score(input)
  seen[#seen + 1] = input.indicator
  return 1, "dilihat"
end
