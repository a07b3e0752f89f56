-- A text joined within itself.
local function f(n) return "a" .. f(n + 1) .. "b" end
return { f(1) }
