-- wants: hostile\.lua:3: .*/etc/passwd
-- hostile: include absolute
include("/etc/passwd")
