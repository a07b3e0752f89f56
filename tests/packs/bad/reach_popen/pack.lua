-- Runs a program and reads it.
return { x = io.popen("id") }
