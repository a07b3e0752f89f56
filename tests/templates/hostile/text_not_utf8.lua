-- wants: hostile\.lua:3: .*UTF-8
-- hostile: text not utf8
sheet("Satu"):text(1, 1, "\xff\xfe")
