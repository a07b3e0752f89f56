--- A helper of a helper remembers how often it was called.
local count = 0

local function inner()
  count = count + 1
  return count
end

local function outer()
  return inner()
end

local function score(input)
  return outer() > 1 and 2 or 1, "dihitung oleh pembantu"
end
