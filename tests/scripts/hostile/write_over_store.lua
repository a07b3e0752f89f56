-- 3: 
-- An assessment file as an output.
spbe.create("k.spbe", { instrument = "spbe-2020", agency = "K", kind = "kota", year = 2024 }):close()
spbe.write("k.spbe", "rusak")
