-- A key that is not UTF-8.
return { ["\xff"] = 1 }
