-- 4: 1000000
-- A value of more parts than are read.
local list = {}
for i = 1, 1000001 do
  list[i] = 0
end
spbe.write_json("banyak.json", list)
