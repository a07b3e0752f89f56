-- The separator is what grows.
local s = (""):rep(1000000, ("x"):rep(1000))
return { s }
