-- An error that names another line of this file.
error("pack.lua:999: is not here", 0)
