-- A nil with a name that moves the terminal.
local t = {}
return { t["\27[31m"].x }
