--- A loop without a word of a loop.
local function score(input)
  ::again::
  goto again
end
