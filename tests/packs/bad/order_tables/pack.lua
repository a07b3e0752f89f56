-- Sorted by what cannot be compared.
table.sort({ {}, {} })
return {}
