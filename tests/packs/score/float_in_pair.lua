--- A scoring function that hides a float in numerator and denominator.
local function score(input)
  return { 3, 2.0 }, "tiga per dua"
end
