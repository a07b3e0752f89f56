--- A scoring function that gives an empty reason.
local function score(input)
  return 1, ""
end
