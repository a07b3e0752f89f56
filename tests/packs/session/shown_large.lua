-- More than a person can read.
--! shows more than the limit of 65536 bytes
for i = 1, 1e5 do print(("x"):rep(100)) end
string.rep("x", 1000000)
exitlike = "alive"
print(exitlike)
