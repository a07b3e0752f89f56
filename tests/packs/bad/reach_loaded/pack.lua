-- Finds what was left lying about.
return { x = package.loaded.os }
