-- Finds what all texts share.
return { x = getmetatable("").__index }
