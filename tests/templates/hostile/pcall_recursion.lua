-- wants: hostile\.lua:4: runs more than
-- hostile: pcall recursion
local function deep(n)
  pcall(deep, n + 1)
  return deep(n + 1)
end
deep(1)
