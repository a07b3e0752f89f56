-- A misspelt field must not pass.
return { format = "spbe-pack/1", titel = "x" }
