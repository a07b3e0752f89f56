-- A key that is a table.
return { [{}] = 1 }
