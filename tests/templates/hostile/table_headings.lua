-- wants: hostile\.lua:3: .*heading
-- hostile: table headings
sheet("Satu"):table(1, 1, 3, 2, { name = "Tabel", columns = { "a", "A" } })
