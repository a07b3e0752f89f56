--- The input's year is replaced for whoever looks next.
local function score(input)
  input.year = 2030
  return 1, "tahun diganti"
end
