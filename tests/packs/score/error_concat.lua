--- Nothing cannot be joined with a text.
local function score(input)
  return 1, "alasan " .. input.missing
end
