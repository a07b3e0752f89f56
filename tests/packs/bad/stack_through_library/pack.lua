-- A function that calls itself through the library.
local function f() table.sort({ 2, 1 }, f) end
f()
