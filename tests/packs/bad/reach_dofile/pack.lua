-- Runs another file.
return { x = dofile("/etc/passwd") }
