-- wants: hostile\.lua:3: .*series
-- hostile: chart without series
sheet("Satu"):chart(1, 1, { kind = "radar", series = {} })
