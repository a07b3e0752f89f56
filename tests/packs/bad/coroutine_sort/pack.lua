-- Stops inside of a sort.
table.sort({ 2, 1 }, function() return coroutine.yield() end)
return {}
