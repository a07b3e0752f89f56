--- The library is asked to change what was declared.
local list = { 1, 2 }

local function score(input)
  table.insert(list, 3)
  return 1, "ditambah"
end
