-- 6: s.lua
-- Calls cost something too: a script that does nothing but calling ends like any other loop.
local n = 0
while true do
  n = n + #spbe.packs()
  pcall(spbe.exists, "x" .. n)
end
