-- Loads a module.
return { x = require("os") }
