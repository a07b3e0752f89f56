-- wants: hostile\.lua:3: 'colour'
-- hostile: style option
style("merah", { colour = "#FF0000" })
