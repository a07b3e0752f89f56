--- Two closures share one variable; one of them writes it.
local seen = false
local function see() seen = true end
local function has_seen() return seen end

local function score(input)
  local before = has_seen()
  see()
  return before and 2 or 1, "berbagi variabel"
end
