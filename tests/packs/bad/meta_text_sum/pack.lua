-- A text that would be a number.
return { weight = "40" + 60 }
