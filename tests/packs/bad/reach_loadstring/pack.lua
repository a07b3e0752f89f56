-- Compiles code in the old way.
return { x = loadstring("return 1") }
