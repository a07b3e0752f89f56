-- 6: 
-- Errors that are caught, each with a longer text.
local text = "x"
while true do
  local _, problem = pcall(error, text)
  text = (text .. problem):sub(1, 5000)
end
