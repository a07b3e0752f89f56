-- wants: hostile\.lua:3: 'tengah'
-- hostile: style word
style("aneh", { align = "tengah" })
