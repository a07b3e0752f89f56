--- A coroutine would have a budget of its own.
local function score(input)
  local run = coroutine.wrap(function() while true do end end)
  return run(), "di luar anggaran"
end
