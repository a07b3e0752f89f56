--- Wants another file.
local other = require("pack")
return other
