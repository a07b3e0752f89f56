-- Tables that would do something when they end.
while true do
  local t = { __gc = function() while true do end end, __close = 1 }
end
