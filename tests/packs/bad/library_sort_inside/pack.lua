-- A sort in a sort in a sort.
local function deep(a, b)
  table.sort({ 3, 2, 1 }, deep)
  return a < b
end
table.sort({ 3, 2, 1 }, deep)
return {}
