--- A scoring function that gives a reason with a NUL.
local function score(input)
  return 1, "satu\0dua"
end
