-- More conversions than values.
return { (("%s"):rep(1000)):format(1) }
