-- 4: 32
-- A value nested deeper than is read.
local value = {}
for _ = 1, 100000 do
  value = { value }
end
spbe.write_json("dalam.json", value)
