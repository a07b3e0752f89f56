-- A byte beyond bytes.
return { string.char(256) }
