-- Loads a C library.
return { x = package.loadlib("libc.so.6", "*") }
