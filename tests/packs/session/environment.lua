-- The names of the session, taken apart.
--! bad argument #2 to 'call'
_ENV = nil
x = 1
local e = _ENV e.proof = nil
pairs = nil
instrument = nil
inputs = 5
find("I01")
call("I01")
exitlike = "alive"
print(exitlike)
