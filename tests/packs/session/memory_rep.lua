-- A text made at once.
--! longer than 1048576 bytes
string.rep("x", 1e9)
("x"):rep(1 << 40)
string.rep("x", 1000, ("y"):rep(100000))
exitlike = "alive"
print(exitlike)
