-- Half a character.
return { title = "\xed\xa0\x80" }
