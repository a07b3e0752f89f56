-- A pattern where a text is looked for.
return { x = ("aaa"):find("a-a-a-b") }
