-- A format of a million conversions.
return { (("%%"):rep(500000)):format():rep(1000) }
