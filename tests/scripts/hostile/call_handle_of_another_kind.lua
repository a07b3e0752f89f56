-- 4: titik dua
-- An output where an assessment belongs.
local out = spbe.output("x.txt")
local a = spbe.create("k.spbe", { instrument = "spbe-2020", agency = "K", kind = "kota", year = 2024 })
a.claim(out, "I01", 3)
