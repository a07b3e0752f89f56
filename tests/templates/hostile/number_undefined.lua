-- wants: hostile\.lua:3: argument 3
-- hostile: number undefined
sheet("Satu"):number(1, 1, 0 / 0)
