-- wants: hostile\.lua:3: .*includes itself|hostile\.lua:3: .*
-- hostile: include itself
include("hostile.lua")
