-- A character in two halves.
return { title = "í ½í¸€" }
