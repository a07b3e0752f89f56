-- Where a text lies.
return { id = ("%p"):format("contoh") }
