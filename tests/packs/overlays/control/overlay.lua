--- A text that moves the terminal.
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "A text that moves the terminal.",
  source = "Tidak ada",
  changes = {
    { change = "text", of = "I01.2.a", to = "\27[2J\27[H" },
  },
}
