-- Tables that contain themselves.
--! { b = { a =
--! contains itself
a = {}
b = { a = a }
a.b = b
a
copy(a)
call(function() return 1, "x" end, a)
exitlike = "alive"
print(exitlike)
