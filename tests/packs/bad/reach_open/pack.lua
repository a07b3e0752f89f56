-- Opens a file.
return { x = io.open("/etc/passwd") }
