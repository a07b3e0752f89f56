-- A jump into a variable's life.
goto inside
local x = 1
::inside::
return { x }
