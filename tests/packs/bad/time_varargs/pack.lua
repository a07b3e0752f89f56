-- Every call carries one argument more.
local function f(...) return f(1, ...) end
return { f() }
