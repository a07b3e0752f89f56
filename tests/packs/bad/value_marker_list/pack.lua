-- A list that poses as a function.
return { value = { "@function", "pack.lua:x" } }
