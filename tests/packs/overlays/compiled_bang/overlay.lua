#!/usr/bin/spbe run
LuaT
