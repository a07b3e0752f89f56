-- Divided by nothing.
return { weight = 1 // 0 }
