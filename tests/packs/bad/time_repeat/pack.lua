-- A loop that waits for what never comes.
local n = 0
repeat n = n + 1 until n < 0
return {}
