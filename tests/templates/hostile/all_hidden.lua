-- wants: hostile\.lua: the template drew no sheet
-- hostile: all hidden
sheet("Satu"):view({ hidden = true })
