-- A text made by a format.
local s = ("x"):rep(1000000)
return { ("%s%s"):format(s, s) }
