-- A name with a letter of another alphabet.
local t = { titlе = 1 }
return t
