-- A malformed number.
return { weight = 1.3.5 }
