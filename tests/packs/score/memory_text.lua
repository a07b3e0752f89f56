--- A scoring function that doubles a text without end.
local function score(input)
  local text = "x"
  while true do
    text = text .. text
  end
end
