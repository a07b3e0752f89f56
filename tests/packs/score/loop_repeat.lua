--- A loop that ends on what never comes.
local function score(input)
  repeat
    local never = input.missing
  until never
  return 1, "tidak pernah"
end
