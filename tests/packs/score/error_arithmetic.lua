--- A scoring function that adds a table to a number.
local function score(input)
  return 1 + input.levels, "jumlah"
end
