-- wants: hostile\.lua:3: .*table
-- hostile: error table
error({ 1 })
