-- wants: hostile\.lua:3: .*
-- hostile: document read
local x = report.tidak.ada
