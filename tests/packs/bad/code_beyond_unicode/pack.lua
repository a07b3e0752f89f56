-- A character that does not exist.
return { title = "\u{7fffffff}" }
