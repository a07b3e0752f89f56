-- A text with the character that deletes.
return { title = "Contoh\127" }
