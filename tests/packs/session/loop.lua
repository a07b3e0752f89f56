-- A loop that does not end.
--! runs more than 1000000 instructions
while true do end
for i = 1, math.maxinteger do end
repeat until false
goto again
::again:: goto again
exitlike = "alive"
print(exitlike)
