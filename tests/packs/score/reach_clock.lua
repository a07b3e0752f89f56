--- A scoring function that asks for the time.
local function score(input)
  return os.time() % 3, "waktu"
end
