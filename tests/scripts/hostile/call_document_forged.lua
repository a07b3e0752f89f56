-- 3: instrument
-- A document that says that it is a handle.
spbe.evaluate({ open = 0, document = { open = 1 } })
