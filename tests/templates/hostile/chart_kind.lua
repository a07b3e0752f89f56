-- wants: hostile\.lua:3: 'kubus'
-- hostile: chart kind
sheet("Satu"):chart(1, 1, { kind = "kubus", series = {} })
