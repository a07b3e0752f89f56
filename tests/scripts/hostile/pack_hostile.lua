-- 3: 
-- A rule pack that does not end, loaded by a script.
spbe.write("pack.lua", "while true do end")
local good, problem = pcall(spbe.rules, "./pack.lua")
if good then
  error("it was loaded")
end
spbe.fail(problem)
