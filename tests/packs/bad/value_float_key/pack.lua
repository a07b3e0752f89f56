-- A key that is a fraction.
return { [1.5] = 1 }
