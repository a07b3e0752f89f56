--- Swallows what stops it.
while true do
  pcall(function()
    while true do end
  end)
end
