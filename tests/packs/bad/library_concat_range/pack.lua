-- A list joined from one end of all numbers to the other.
return { table.concat({}, ",", math.mininteger, math.maxinteger) }
