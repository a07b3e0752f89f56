-- A text made byte by byte.
return { title = string.char(0xfe, 0xff) }
