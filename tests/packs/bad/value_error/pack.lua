-- Data that looks like the message of an error.
return { error = { where = "x", id = "FILE_OPEN", with = { "a", "b" } } }
