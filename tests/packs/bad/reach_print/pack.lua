-- Writes to the terminal.
return { x = print("hello") }
