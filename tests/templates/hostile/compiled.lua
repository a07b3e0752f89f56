LuaT
-- wants: hostile\.lua: is compiled Lua
-- hostile: compiled
