--- A scoring function that fills a list without end.
local function score(input)
  local list = {}
  while true do
    list[#list + 1] = { #list }
  end
end
