-- Keys that hold the values that hold the keys.
local t = {}
local key = {}
while true do
  t[key] = {}
  key = t[key]
end
