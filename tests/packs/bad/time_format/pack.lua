-- Numbers written with a hundred digits, for ever.
while true do ("%99.99f"):format(1e300) end
