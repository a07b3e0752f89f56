-- wants: hostile\.lua:3: .*'tebal'
-- hostile: style unknown
sheet("Satu"):text(1, 1, "x", "tebal")
