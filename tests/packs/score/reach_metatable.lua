--- A scoring function that looks behind a read-only table.
local function score(input)
  getmetatable(input).__newindex = nil
  return 1, "dibuka"
end
