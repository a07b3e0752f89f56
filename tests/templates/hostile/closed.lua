-- wants: hostile\.lua:3: stops with an error
-- hostile: closed
local x <close> = function() while true do end end
