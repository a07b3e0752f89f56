-- Asks how much memory is used, which differs.
return { x = collectgarbage("count") }
