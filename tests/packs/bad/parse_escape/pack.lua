-- An escape that Lua does not know.
return { title = "\q" }
