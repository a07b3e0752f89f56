--- A scoring function that walks a table in an order that differs from run to run.
local function score(input)
  return 1, (next(input.answers))
end
