-- A text that is less than a number.
return { x = "10" < 9 }
