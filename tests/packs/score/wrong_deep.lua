--- A table of a table is no number.
local function score(input)
  return { { 1, 2 }, 3 }, "bertingkat"
end
