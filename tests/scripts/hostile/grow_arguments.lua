-- 6: 
-- One call with more and more.
local rows = {}
while true do
  for i = 1, 10000 do
    rows[#rows + 1] = { "a" .. i, "b" .. i, "c" .. i }
  end
end
