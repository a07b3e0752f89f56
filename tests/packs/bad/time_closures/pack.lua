-- A fresh function for every turn, so that each runs few instructions.
while true do (function() end)() end
