--- Returns nothing.
local rows = {}
rows[1] = { change = "weight", of = "I01", to = 1 }
