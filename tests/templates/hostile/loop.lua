-- wants: hostile\.lua:3: runs more than
-- hostile: loop
while true do end
