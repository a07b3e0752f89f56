-- 6: 268435456
-- Sentences for people, without end: they count as well. One whole line reaches nobody's screen twice.
local text = ("q"):rep(1000)
for i = 1, 270 do
  spbe.write("banjir.txt", (text):rep(1000))
end
spbe.tell("tidak sampai")
