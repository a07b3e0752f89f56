-- An error inside an error inside an error.
local function f() error(f()) end
return f()
