--- A scoring function that stops with a text that poses as another place.
local function score(input)
  error("pack.lua:1: bobot salah", 0)
end
