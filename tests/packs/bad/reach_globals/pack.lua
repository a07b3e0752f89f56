-- Looks for names another way.
return { x = _G.os }
