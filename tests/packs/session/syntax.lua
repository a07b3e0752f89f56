-- What is no Lua.
--! is not valid Lua
1 2
)))
"open
[[ ]=] ]]
0x
@ # $
exitlike = "alive"
print(exitlike)
