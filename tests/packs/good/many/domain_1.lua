--- Two hundred indicators, made by a loop.
local indicators = {}
for i = 1, 200 do
  local id = ("I%02d"):format(i)
  indicators[i] = {
    id = id, no = i, name = "Indikator " .. i, short_name = "Indikator " .. i, kind = "process", weight = 0.5,
    levels = {
      { level = 1, name = "Rintisan", baseline = true, criteria = {} },
      { level = 2, name = "Terkelola",
        criteria = { { id = id .. ".2.a", text = "Butir " .. i .. " dipenuhi.", basis = "contoh-2023" } } },
    },
  }
end
return {
  id = "D1", no = 1, name = "Kebijakan", weight = 100,
  aspects = { { id = "A1", no = 1, name = "Tata kelola", weight = 100, indicators = indicators } },
}
