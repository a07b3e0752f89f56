--- A scoring function that stops with a text.
local function score(input)
  error("berhenti")
end
