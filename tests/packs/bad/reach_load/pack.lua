-- Compiles code.
return { x = load("return os")() }
