--- A scoring function that replaces a function that the next call would use.
local helper = function() return 1 end

local function score(input)
  local before = helper()
  helper = function() return 2 end
  return before, "ditukar"
end
