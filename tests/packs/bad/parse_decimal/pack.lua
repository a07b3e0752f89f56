-- A byte beyond bytes.
return { title = "\999" }
