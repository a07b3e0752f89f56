-- Begins another line of work.
return { x = coroutine.create(function() end) }
