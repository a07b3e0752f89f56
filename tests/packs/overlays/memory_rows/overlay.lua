--- Rows until there is no memory.
local rows = {}
for i = 1, 100000000 do
  rows[i] = { change = "text", of = "I01.2.a", to = ("x"):rep(1000) }
end
return rows
