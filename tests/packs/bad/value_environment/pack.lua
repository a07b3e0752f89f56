-- The environment as data.
return _ENV
