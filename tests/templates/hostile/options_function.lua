-- wants: hostile\.lua:3: 
-- hostile: options function
style("aneh", { bold = function() return true end })
