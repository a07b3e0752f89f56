local more = coroutine
return more.create(print)
