-- Looks into a function.
return { x = debug.getupvalue(type, 1) }
