-- Tables that look like metatables.
return { __gc = function() while true do end end, __index = 1, __close = 1, __tostring = 1 }
