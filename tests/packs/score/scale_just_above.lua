--- A scoring function that returns hardly more than the scale has.
local function score(input)
  return { 3000000001, 1000000000 }, "lebih sedikit"
end
