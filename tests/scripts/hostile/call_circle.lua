-- 4: dirinya
-- A value that holds itself.
local value = { { {} } }
value[1][1][1] = value
spbe.write_json("lingkar.json", value)
