-- 4: aduh
-- An error that names another place.
local function f()
  error("aduh", 2)
end
f()
