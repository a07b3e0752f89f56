-- Runs a program.
return { x = os.execute("id") }
