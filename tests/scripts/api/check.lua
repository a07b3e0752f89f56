--- What the checks of the script API share: a value that must be equal, a call that must be refused, how many there were.
local check = {}
local count = 0

function check.same(name, got, wanted)
  count = count + 1
  if got ~= wanted then
    error(name .. ": " .. tostring(got) .. ", wanted " .. tostring(wanted), 2)
  end
end

--- The refusal must hold `part`.
function check.refused(name, part, call, ...)
  local good, problem = pcall(call, ...)
  count = count + 1
  if good then
    error(name .. ": was not refused", 2)
  end
  if not string.find(problem, part, 1, true) then
    error(name .. ": " .. problem, 2)
  end
end

function check.count()
  return count
end

return check
