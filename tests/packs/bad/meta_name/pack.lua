-- A table with a name that moves the terminal.
local t = { __name = "\27[31mtext" }
return { x = -t }
