-- A name left behind for the next file.
weight = 1
return {}
