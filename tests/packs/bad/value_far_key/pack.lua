-- A list that would have nine quintillion items.
return { [math.maxinteger] = 1 }
