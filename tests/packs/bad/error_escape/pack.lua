-- An error that moves the terminal.
error("\27[2J\27[31mall is well\r\n\7", 0)
