-- A table that poses as a function.
return { value = { ["@function"] = "pack.lua:x" } }
