-- wants: hostile\.lua:3: .*limit of 500
-- hostile: styles many
for n = 1, 501 do style("g" .. n .. "_", { bold = true }) end
