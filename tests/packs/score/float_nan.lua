--- A scoring function that returns what is no number.
local function score(input)
  return 0 / 0, "bukan angka"
end
