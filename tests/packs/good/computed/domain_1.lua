local levels = { "Rintisan", "Terkelola" }

--- One indicator with two levels; the first is granted.
local function indicator(number, name, weight, text)
  local id = ("I%02d"):format(number)
  local result = {
    id = id, no = number, name = name, short_name = name, kind = "process", weight = weight, levels = {},
  }
  for level, level_name in ipairs(levels) do
    local criteria = {}
    if level > 1 then
      criteria[1] = { id = id .. "." .. level .. ".a", text = text, basis = "contoh-2023" }
    end
    result.levels[level] = { level = level, name = level_name, baseline = level == 1 or nil, criteria = criteria }
  end
  return result
end

return {
  id = "D1", no = 1, name = "Kebijakan", weight = 100,
  aspects = {
    { id = "A1", no = 1, name = "Tata kelola", weight = 100,
      indicators = {
        indicator(1, "Arsitektur", 60.5, "Kebijakan telah ditetapkan."),
        indicator(2, "Peta rencana", 100 - 60.5, "Peta rencana telah ditetapkan."),
      } },
  },
}
