--- One text as long as memory.
local function score(input)
  local text = "x"
  while true do
    text = text .. text
  end
end
