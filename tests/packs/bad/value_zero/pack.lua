-- A list that begins at zero.
return { [0] = 1, 2 }
