-- Finds the name by spelling it.
return { x = _ENV["corou" .. "tine"].wrap(error) }
