-- 2: 
-- An end in the middle of a step.
local a = spbe.create("k.spbe", { instrument = "spbe-2020", agency = "K", kind = "kota", year = 2024 })
a:begin()
a:claim("I01", 3)
pcall(function()
  spbe.exit(2)
end)
