--- How much memory is used differs from run to run.
local function score(input)
  return collectgarbage("count"), "memori"
end
