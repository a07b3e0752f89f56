-- Reads what the user types.
return { x = io.read("a") }
