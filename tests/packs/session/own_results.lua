-- Functions of one's own that return what may not be.
--! the inexact number nan
--! reason
call(function() end, {})
call(function() return 0/0, "x" end, {})
call(function() return 1/0, "x" end, {})
call(function() return { 1, 0 }, "x" end, {})
call(function() return { 1 }, "x" end, {})
call(function() return "1e3", "x" end, {})
call(function() return math.mininteger, "x" end, {})
call(function() return 1, "" end, {})
call(function() return 1, "\255" end, {})
call(function() return 1, ("x"):rep(40000) end, {})
call(function() error({}) end, {})
call(function() return call, "x" end, {})
exitlike = "alive"
print(exitlike)
