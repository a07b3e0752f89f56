-- Saved in Latin-1.
return { title = "Café" }
