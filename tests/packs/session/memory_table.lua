-- Tables inside tables until memory ends.
--! runs more than 1000000 instructions
t = {}
while true do t = { t, t, {} } end
t
exitlike = "alive"
print(exitlike)
