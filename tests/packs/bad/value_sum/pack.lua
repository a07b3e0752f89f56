-- A weight that is not what it seems.
return { weight = 0.1 + 0.2 }
