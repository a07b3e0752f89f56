-- wants: hostile\.lua:3: .*\.\./rahasia
-- hostile: include above
include("../rahasia.lua")
