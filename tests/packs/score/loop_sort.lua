--- Sorting with a comparison that works for ever.
local function score(input)
  local list = { 3, 1, 2 }
  table.sort(list, function()
    while true do end
  end)
  return list[1], "diurutkan"
end
