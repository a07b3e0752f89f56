-- wants: hostile\.lua:3: stops with an error
-- hostile: pointer
sheet(("%p"):format({}))
