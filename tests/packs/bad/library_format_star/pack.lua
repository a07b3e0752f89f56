-- A width from elsewhere.
return { ("%*d"):format(1000000000, 1) }
