-- The end of a character without its beginning.
return { title = "€" }
