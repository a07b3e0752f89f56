--- Hides in a coroutine.
return coroutine.wrap(function()
  while true do end
end)()
