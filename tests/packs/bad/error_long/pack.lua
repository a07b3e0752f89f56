-- An error of a million letters.
error(("x"):rep(1000000))
