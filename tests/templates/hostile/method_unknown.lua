-- wants: hostile\.lua:3: .*sheet:teks
-- hostile: method unknown
sheet("Satu"):teks(1, 1, "x")
