-- Turns code into bytes.
return { x = string.dump(function() end) }
