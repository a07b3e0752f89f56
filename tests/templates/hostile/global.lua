-- wants: hostile\.lua:3: .*sheet
-- hostile: global
sheet = 1
