#!/usr/bin/lua5.4
return {}
