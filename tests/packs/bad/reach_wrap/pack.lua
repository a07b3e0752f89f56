-- The same, wrapped.
return { x = coroutine.wrap(function() end) }
