-- 4: 
-- Methods cannot be changed: a handle is no table.
local out = spbe.output("x.txt")
out.write = print
