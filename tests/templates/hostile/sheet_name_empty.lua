-- wants: hostile\.lua:3: ''
-- hostile: sheet name empty
sheet("")
