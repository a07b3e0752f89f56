-- Errors that are no texts.
--! stops with an error: plain
error()
error(nil)
error({ 1, 2 })
error(print)
error("plain")
error("with a place", 2)
assert(false)
assert(nil, { 1 })
error(("long"):rep(1000))
exitlike = "alive"
print(exitlike)
