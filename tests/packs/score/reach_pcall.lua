--- A scoring function that tries to swallow its budget.
local function score(input)
  pcall(function() while true do end end)
  return 1, "ditelan"
end
