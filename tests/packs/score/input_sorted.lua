--- A scoring function that sorts what it was given.
local function score(input)
  table.sort(input.levels, function(a, b) return a.level > b.level end)
  return 1, "diurutkan"
end
