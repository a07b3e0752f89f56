-- Packs bytes.
return { x = string.pack("i16", 1) }
