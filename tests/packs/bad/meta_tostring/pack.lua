-- A table that says what it is, without end.
error(tostring({ __tostring = function() while true do end end, __name = "x" }))
