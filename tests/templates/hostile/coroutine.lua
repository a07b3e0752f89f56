-- wants: hostile\.lua:3: cannot use .coroutine.
-- hostile: coroutine
coroutine.wrap(function() sheet("Satu") end)()
