--- A scoring function that reads the value of an indicator that it does not depend on.
local function score(input)
  return input.values.I02 + 0, "milik lain"
end
