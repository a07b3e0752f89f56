-- 4: string.dump
-- Methods of texts lead to the same frozen table.
local text = "x"
text:dump()
