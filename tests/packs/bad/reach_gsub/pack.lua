-- A pattern.
return { x = ("x"):gsub("x", "y") }
