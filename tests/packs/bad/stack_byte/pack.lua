-- As many values as a text has bytes.
return { ("x"):rep(1000000):byte(1, -1) }
