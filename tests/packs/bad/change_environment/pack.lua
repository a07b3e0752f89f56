-- The environment itself.
_ENV.string = nil
return {}
