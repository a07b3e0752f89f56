-- An index far outside.
return { select(math.mininteger, 1, 2) }
