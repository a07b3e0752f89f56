-- wants: hostile\.lua:3: argument 1
-- hostile: row zero
sheet("Satu"):text(0, 1, "x")
