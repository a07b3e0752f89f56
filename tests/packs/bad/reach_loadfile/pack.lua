-- Compiles another file.
return { x = loadfile("pack.lua") }
