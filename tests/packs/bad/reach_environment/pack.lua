-- Reads the environment.
return { x = os.getenv("HOME") }
