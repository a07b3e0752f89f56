-- A number of a million digits.
return { weight = tonumber(("9"):rep(1000000)) }
