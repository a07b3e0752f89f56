-- wants: hostile\.lua:3: .*format
-- hostile: style format
style("aneh", { format = "[$-421]0" })
