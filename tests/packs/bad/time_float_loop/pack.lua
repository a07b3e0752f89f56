-- A counter that stops growing at 2^53.
for i = 2.0 ^ 53, math.maxinteger do end
return {}
