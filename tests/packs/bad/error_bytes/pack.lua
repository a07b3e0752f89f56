-- An error that is not UTF-8.
error("\xff\xfe\x9b31m", 0)
