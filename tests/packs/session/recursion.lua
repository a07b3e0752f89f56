-- A function that calls itself without end.
--! nests more than 10000 calls
function f() return f() end
f()
function g(n) return 1 + g(n + 1) end
g(1)
exitlike = "alive"
print(exitlike)
