--- Every turn calls a function that did not exist before.
local function score(input)
  while true do
    (function() return 1 end)()
  end
end
