-- 4: 
-- A chunk's environment, changed under its functions.
local _ENV = { }
print(1)
