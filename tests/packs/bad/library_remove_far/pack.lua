-- An item removed far behind the end.
return { table.remove({ 1 }, math.mininteger) }
