-- A loop in steps of nothing.
for i = 1, 2, 0 do end
return {}
