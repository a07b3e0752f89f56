-- A hundred million values at once.
return { table.unpack({}, 1, 100000000) }
