-- No environment at all.
local _ENV = nil
return { x }
