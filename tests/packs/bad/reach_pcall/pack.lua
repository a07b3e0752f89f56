-- Catches errors.
return { x = pcall(error) }
