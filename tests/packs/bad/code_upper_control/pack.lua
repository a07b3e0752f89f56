-- A text with a control character beyond ASCII.
return { title = "Contoh\u{9b}2J" }
