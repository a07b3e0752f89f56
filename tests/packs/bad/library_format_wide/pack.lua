-- A number of a hundred thousand columns.
return { ("%100000d"):format(1) }
