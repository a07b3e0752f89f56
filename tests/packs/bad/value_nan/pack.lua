-- A weight that is no number.
return { weight = 0 / 0 }
