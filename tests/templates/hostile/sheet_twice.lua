-- wants: hostile\.lua:4: .*'SATU'
-- hostile: sheet twice
sheet("Satu")
sheet("SATU")
