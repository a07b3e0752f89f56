-- A character that the file ends in.
return { title = "cafÃ