--- A scoring function that never returns.
local function score(input)
  while true do end
end
