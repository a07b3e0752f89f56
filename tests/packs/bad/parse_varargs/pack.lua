-- Arguments of a function that takes none.
local function f() return ... end
return { f() }
