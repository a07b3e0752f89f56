-- Moves a thousand million items.
return { x = table.move({}, 1, 1e9, 2) }
