-- A library table sorted.
table.sort(string)
return {}
