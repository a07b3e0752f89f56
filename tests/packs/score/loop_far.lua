--- A scoring function that counts to a number that is too far.
local function score(input)
  local n = 0
  for i = 1, 100000000 do
    n = n + i
  end
  return 1, "jauh"
end
