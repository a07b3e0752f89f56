-- The pack's functions on inputs of an enemy.
--! stops with an error
call("I01", {})
call("I01", { levels = 5 })
call("I01", { levels = { { level = math.huge, met = 0/0, criteria = -1 } } })
call("I01", setmetatable)
call({}, {})
call(nil)
call()
call("I01", inputs.I01, 3, 4)
exitlike = "alive"
print(exitlike)
