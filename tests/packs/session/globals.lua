-- What is not given.
--! cannot use 'load' here
--! cannot use 'debug' here
--! cannot use 'setmetatable' here
--! cannot use 'pcall' here
_G
load("return 1")
require("os")
debug.getinfo(1)
getmetatable("").__index
setmetatable({}, { __gc = print })
rawset(string, "sub", 1)
collectgarbage()
coroutine.wrap(print)
pcall(error)
exitlike = "alive"
print(exitlike)
