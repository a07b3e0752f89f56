-- A text that ends within a character.
return { title = ("é"):sub(1, 1) }
