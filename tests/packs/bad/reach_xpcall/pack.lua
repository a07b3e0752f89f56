-- Catches errors with a function of its own.
return { x = xpcall(error, error) }
