-- A library table changed through another.
table.insert(math, 1)
return {}
