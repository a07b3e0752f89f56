--- A pair over a negative number leads below the scale.
local function score(input)
  return { 1, -1 }, "di bawah skala"
end
