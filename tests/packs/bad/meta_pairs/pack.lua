-- A walk that would never end.
for key in pairs({ __pairs = function() return function() return 1 end end }) do error(key) end
