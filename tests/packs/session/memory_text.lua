-- A text that doubles until memory ends.
--! needs more memory than the 67108864 bytes
s = "x"
while true do s = s .. s end
s
exitlike = "alive"
print(exitlike)
