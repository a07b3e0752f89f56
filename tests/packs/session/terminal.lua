-- Sequences that would move a terminal.
--! \x1B[2J
print("\27[2J\27]0;owned\7")
"\27[31m"
error("\27[31mred")
{ ["\27[1m"] = "\155" }
exitlike = "alive"
print(exitlike)
