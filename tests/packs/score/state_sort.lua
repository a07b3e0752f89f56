--- Sorting changes the list that the next call reads.
local list = { 3, 1, 2 }

local function score(input)
  table.sort(list)
  return list[1], "diurutkan"
end
