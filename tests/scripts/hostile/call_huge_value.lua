-- 4: bita
-- A value that no message takes.
local list = {}
for i = 1, 20 do
  list[i] = ("v"):rep(1000000)
end
spbe.write_json("besar.json", list)
