--- A scoring function that returns three numbers.
local function score(input)
  return { 1, 2, 3 }, "tiga angka"
end
