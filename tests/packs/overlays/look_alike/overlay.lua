--- A criterion with a letter of another alphabet.
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "A criterion with a letter of another alphabet.",
  source = "Tidak ada",
  changes = {
    { change = "text", of = "И01.2.a", to = "x" },
  },
}
