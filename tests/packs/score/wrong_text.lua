--- A scoring function that returns a word.
local function score(input)
  return "tiga", "tiga"
end
