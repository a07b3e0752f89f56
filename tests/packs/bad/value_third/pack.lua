-- A weight that cannot be written down.
return { weight = 100 / 3 }
