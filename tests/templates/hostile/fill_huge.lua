-- wants: hostile\.lua:3: .*limit of 500000
-- hostile: fill huge
sheet("Satu"):fill(1, 1, 1048576, 16384)
