--- A scoring function that changes what all texts share.
local function score(input)
  ("").x = 1
  return 1, "semua teks"
end
