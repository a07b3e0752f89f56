--- 1 becomes 1.0: equal, and yet another value for who looks at its type.
local mark = 1

local function score(input)
  mark = 1.0
  return 1, "bilangan yang sama"
end
