-- A text shifted as bits.
return { weight = "x" << 1 }
