-- wants: hostile\.lua:3: .*tidak_ada\.lua
-- hostile: include missing
include("tidak_ada.lua")
