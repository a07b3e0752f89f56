-- Calls that need no stack.
local function f() return f() end
return f()
