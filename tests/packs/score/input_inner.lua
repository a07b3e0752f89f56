--- A table inside of the input is changed.
local function score(input)
  input.levels[1].met = 5
  return 1, "diubah"
end
