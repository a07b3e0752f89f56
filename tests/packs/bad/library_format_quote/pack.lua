-- A text quoted as code.
return { ("%q"):format(1 / 0) }
