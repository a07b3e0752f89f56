-- Changes what a table does.
return { x = setmetatable({}, {}) }
