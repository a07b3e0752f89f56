--- A scoring function that gives a reason that is not UTF-8.
local function score(input)
  return 1, "\255\254"
end
