-- wants: hostile\.lua:3: .*setmetatable
-- hostile: metatable
setmetatable({}, {})
