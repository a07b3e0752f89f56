-- wants: hostile\.lua:3: 'a/b'
-- hostile: sheet name
sheet("a/b")
