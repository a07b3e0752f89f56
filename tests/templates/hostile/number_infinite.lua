-- wants: hostile\.lua:3: argument 3
-- hostile: number infinite
sheet("Satu"):number(1, 1, 1 / 0)
