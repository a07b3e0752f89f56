-- Sorted with what is no number.
local t = { 3, 0 / 0, 1, 0 / 0, 2 }
table.sort(t)
return { order = t }
