--- A scoring function that compiles a text.
local function score(input)
  return load("return 1")(), "dimuat"
end
