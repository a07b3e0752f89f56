-- A slash in a form that UTF-8 forbids.
return { title = "\xc0\xaf" }
