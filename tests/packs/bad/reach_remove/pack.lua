-- Removes a file.
return { x = os.remove("pack.lua") }
