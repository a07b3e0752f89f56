-- A misspelt name.
return { x = stirng.rep("x", 2) }
