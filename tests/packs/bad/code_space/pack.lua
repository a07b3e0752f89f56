-- A space that Lua does not know.
return {}
