-- wants: hostile\.lua:3: .*load
-- hostile: load
load("return 1")()
