local first
local function second() return 1, 'x' end
local function levels(id)
  local list = {}
  for n = 1, 3 do
    list[n] = { level = n, criteria = { { id = id .. '.' .. n .. '.a', text = 'x' } } }
  end
  list[1].baseline = true
  return list
end
local function item(no, weight, value, depends)
  local id = 'I0' .. no
  return { id = id, no = no, kind = 'area', weight = weight, name = id, short_name = id,
    value = value, depends_on = depends, levels = levels(id) }
end
return { id = 'D1', no = 1, weight = 100, name = 'D', aspects = { { id = 'A1', no = 1,
  weight = 100, name = 'A', indicators = {
    item(1, 50, first, { 'I02', 'I03' }), item(2, 30, second), item(3, 20) } } } }
