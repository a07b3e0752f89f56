-- A pattern that keeps its place.
return { x = ("x"):gmatch(".") }
