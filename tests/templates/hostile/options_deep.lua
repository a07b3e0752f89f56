-- wants: hostile\.lua:5: 
-- hostile: options deep
local t = { series = {} }
for n = 1, 100 do t = { series = { t } } end
sheet("Satu"):chart(1, 1, t)
