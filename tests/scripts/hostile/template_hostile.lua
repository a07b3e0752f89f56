-- 3: 
-- A template that does not end, drawn by a script.
spbe.write("t.lua", "while true do end")
local good, problem = pcall(spbe.draw, "x.xlsx", "t.lua", { a = 1 })
if good then
  error("it was drawn")
end
spbe.fail(problem)
