-- 4: harus berupa
-- A handle made by hand.
local forged = { open = 0 }
spbe.output("x.txt")
spbe.tell(forged)
