-- A key that moves the terminal over a bad value.
return { ["\27[31m"] = { ["\u{202e}"] = 0 / 0 } }
