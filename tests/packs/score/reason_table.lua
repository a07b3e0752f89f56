--- A reason must be a text.
local function score(input)
  return 1, { "alasan" }
end
