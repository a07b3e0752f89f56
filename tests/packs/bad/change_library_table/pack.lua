-- A whole table replaced.
table = nil
return {}
