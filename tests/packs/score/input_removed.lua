--- The last level is taken away.
local function score(input)
  table.remove(input.levels)
  return 1, "dihapus"
end
