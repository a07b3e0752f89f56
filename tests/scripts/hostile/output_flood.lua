-- 6: 268435456
-- More output than is allowed, into a file that then is not there.
local out = spbe.output("banjir.txt")
local text = ("o"):rep(1000000)
while true do
  out:write(text)
end
