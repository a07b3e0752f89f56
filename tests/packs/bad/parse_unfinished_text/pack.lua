-- A text without end.
return { title = "Evaluasi
