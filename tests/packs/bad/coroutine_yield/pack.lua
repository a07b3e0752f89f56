-- Stops in the middle, for whoever waits.
coroutine.yield({})
return {}
