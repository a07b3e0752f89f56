-- 6: 268435456
-- The same over many files.
local text = ("p"):rep(1000000)
for i = 1, 1000 do
  spbe.write("banjir.txt", text)
end
