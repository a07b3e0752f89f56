-- 3: sedang terbuka
-- The raw bytes of a file that is open would cost its locks.
local a = spbe.create("k.spbe", { instrument = "spbe-2020", agency = "K", kind = "kota", year = 2024 })
a:begin()
a:attach("I01.2.a", "k.spbe")
