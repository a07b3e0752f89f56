-- A table that would be joined.
return { title = { __concat = function() return "x" end } .. "y" }
