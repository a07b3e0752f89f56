--- A scoring function that returns no value.
local function score(input)
  return nil, "tidak ada"
end
