-- Asks for chance.
return { x = math.random() }
