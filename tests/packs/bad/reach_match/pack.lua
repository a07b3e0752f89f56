-- A pattern that takes for ever.
return { x = ("a"):rep(40):match(".-.-.-.-b") }
