-- wants: hostile\.lua:3: argument 1
-- hostile: row outside
sheet("Satu"):text(1048577, 1, "x")
