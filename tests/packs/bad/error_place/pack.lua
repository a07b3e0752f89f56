-- An error that names another file.
error("/etc/passwd:1: is what is wrong", 0)
