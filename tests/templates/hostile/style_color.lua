-- wants: hostile\.lua:3: .*color
-- hostile: style color
style("merah", { color = "red" })
