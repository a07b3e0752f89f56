-- Ten gigabytes at one go.
local s = ("x"):rep(10000000000)
return { s }
