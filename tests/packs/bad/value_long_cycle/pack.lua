-- A circle of twenty tables.
local first = {}
local t = first
for i = 1, 19 do t.next = {} t = t.next end
t.next = first
return first
