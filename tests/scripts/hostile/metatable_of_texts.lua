-- 4: getmetatable
-- The metatable of all texts.
getmetatable("").__index = function()
  return print
end
