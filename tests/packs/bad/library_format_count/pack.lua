-- A conversion that writes into memory.
return { ("%n"):format(1) }
