--- A counter that stops growing at 2^53.
local function score(input)
  local i = 2.0 ^ 53
  while i < 2.0 ^ 54 do
    i = i + 1
  end
  return 1, "berhenti tumbuh"
end
