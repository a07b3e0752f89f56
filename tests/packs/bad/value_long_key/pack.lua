-- A key of a million letters over a bad value.
return { [("x"):rep(1000000)] = 0 / 0 }
