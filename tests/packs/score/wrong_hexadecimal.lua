--- A scoring function that returns a hexadecimal number as text.
local function score(input)
  return "0x1", "satu"
end
