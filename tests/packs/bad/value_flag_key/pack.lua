-- A key that is true.
return { [true] = 1 }
