-- Lines that end in two characters.
local x = 1
return { x = missing }
