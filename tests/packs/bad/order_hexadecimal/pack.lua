-- A number written exactly, in a way that machines differ in.
return { weight = ("%a"):format(0.1) }
