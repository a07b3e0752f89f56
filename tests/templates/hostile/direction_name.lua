-- wants: hostile\.lua:3: 
-- hostile: direction name
local ‮srettel = 1
