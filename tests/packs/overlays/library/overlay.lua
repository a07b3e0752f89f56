--- Changes a function that others use.
string.rep = function() return "" end
return {}
