-- wants: hostile\.lua:3: .*single cell
-- hostile: merge single
sheet("Satu"):merge(1, 1, 1, 1, "a")
