--- A file of the machine.
local function score(input)
  local file = io.open("/etc/passwd")
  return 1, file:read("a")
end
