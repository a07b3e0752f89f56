-- Calls inside calls share one budget.
--! C stack overflow
--! runs more than 1000000 instructions
n = 0
function again(input) n = n + 1 return call(again, input) end
call(again, {})
for i = 1, 1e9 do call(function() return 1, "x" end, {}) end
exitlike = "alive"
print(exitlike)
