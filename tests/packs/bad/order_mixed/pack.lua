-- Sorted texts and numbers.
table.sort({ 1, "1", 2 })
return {}
