-- wants: hostile\.lua:3: .*limit of 200
-- hostile: sheets many
for n = 1, 201 do sheet("L" .. n) end
