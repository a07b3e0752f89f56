#!/usr/bin/lua5.4
LuaT
return {}
