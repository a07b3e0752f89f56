-- An error with what would be an address.
error("lost at " .. tostring({}) .. tostring(tostring))
