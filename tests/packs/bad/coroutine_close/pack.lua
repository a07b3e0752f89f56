-- Ends another line of work.
return { x = coroutine.close(coroutine.running()) }
