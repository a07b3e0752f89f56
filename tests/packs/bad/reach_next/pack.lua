-- Walks in an order that differs.
return { x = next({ a = 1, b = 2 }) }
