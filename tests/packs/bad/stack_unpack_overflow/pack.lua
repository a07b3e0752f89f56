-- A count that does not fit into a number.
return { table.unpack({}, math.mininteger, math.maxinteger) }
