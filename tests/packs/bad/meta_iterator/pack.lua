-- The walk itself, given something else.
local step = pairs({ a = 1 })
return { x = step("x", {}) .. "y" }
