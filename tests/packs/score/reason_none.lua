--- A scoring function that gives no reason.
local function score(input)
  return 1
end
