-- Library functions driven to their bounds.
--! input:
--! "function"
table.concat({}, ("x"):rep(1e6), 1, 1e9)
table.unpack({}, 1, 1e8)
string.byte(("x"):rep(1e6), 1, -1)
string.format("%99999d", 1)
string.format(("%s"):rep(300), 1)
table.insert({}, 1e15, 1)
("x"):find(("a"):rep(1e6) .. "b")
select(1e9, 1)
tostring(print), tostring({})
exitlike = "alive"
print(exitlike)
