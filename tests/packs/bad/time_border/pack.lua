-- A length that must be looked for.
local t = {}
for i = 1, 1 << 20 do t[i] = i end
while true do
  t[#t] = nil
  t[1 << 19] = nil
  t[#t + 1] = 1
end
