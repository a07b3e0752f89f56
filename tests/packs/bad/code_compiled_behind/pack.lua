-- A line of text before compiled code.
LuaT
