LuaT is what compiled code begins with.
