-- wants: hostile\.lua:3: .*\.\./gambar\.png
-- hostile: image above
sheet("Satu"):image(1, 1, "../gambar.png")
