--- Code from elsewhere.
local function score(input)
  return require("os").time(), "dimuat"
end
