--- A scoring function that raises its own answer.
local function score(input)
  input.answers["I01.1.a"] = true
  return 1, "dijawab sendiri"
end
