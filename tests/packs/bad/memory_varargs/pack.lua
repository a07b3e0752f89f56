-- Arguments that are kept in tables of tables.
local function keep(all, ...)
  return keep({ all, ... }, ..., ...)
end
return keep({}, ("x"):rep(1000))
