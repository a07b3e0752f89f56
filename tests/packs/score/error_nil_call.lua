--- A name without a function is called.
local function score(input)
  local nothing
  return nothing(), "kosong"
end
