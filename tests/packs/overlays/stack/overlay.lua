--- Calls itself without end.
local function deeper(n)
  return 1 + deeper(n + 1)
end
return { id = deeper(1) }
