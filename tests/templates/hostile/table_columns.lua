-- wants: hostile\.lua:3: .*one heading
-- hostile: table columns
sheet("Satu"):table(1, 1, 3, 2, { name = "Tabel", columns = { "a" } })
