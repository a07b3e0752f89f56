--- An error far inside names the line where it happens.
local function third(n) return n.missing.field end
local function second(n) return third(n) end
local function first(n) return second(n) end

local function score(input)
  return first({}), "jauh di dalam"
end
