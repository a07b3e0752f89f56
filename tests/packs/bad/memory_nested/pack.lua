-- A table in a table in a table.
local t = {}
while true do t = { t, t } end
