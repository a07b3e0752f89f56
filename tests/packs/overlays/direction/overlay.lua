--- A text that is written backwards.
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "A text that is written backwards.",
  source = "Tidak ada",
  changes = {
    { change = "text", of = "I01.2.a", to = "\u{202e}lumak" },
  },
}
