-- wants: hostile\.lua:[34]: runs more than
-- hostile: pcall loop
while true do
  pcall(function() while true do end end)
end
