-- wants: hostile\.lua:3: .*io
-- hostile: io
io.open("/etc/passwd")
