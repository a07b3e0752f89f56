--- Each turn is short, and the work is done by the library.
local function score(input)
  local text = string.rep("x", 100000)
  while true do
    text:upper()
  end
end
