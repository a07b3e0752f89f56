-- A weight without end.
return { weight = 1 / 0 }
