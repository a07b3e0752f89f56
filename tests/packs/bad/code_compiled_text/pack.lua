LuaT is what compiled code begins with; the rest of it is text
