-- An error that turns the direction of writing.
error("\u{202e}lleh si lla", 0)
