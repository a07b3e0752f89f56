--- A scoring function that stops with a table.
local function score(input)
  error(input)
end
