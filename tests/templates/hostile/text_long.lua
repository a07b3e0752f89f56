-- wants: hostile\.lua:3: .*32767
-- hostile: text long
sheet("Satu"):text(1, 1, string.rep("x", 32768))
