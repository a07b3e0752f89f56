-- wants: hostile\.lua:3: .*gambar\.png
-- hostile: image missing
sheet("Satu"):image(1, 1, "gambar.png")
