-- A function replaced for the next file.
string.rep = function() return "" end
return {}
