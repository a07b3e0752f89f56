--- A value beyond the scale.
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "A value beyond the scale.",
  source = "Tidak ada",
  changes = {
    { change = "unanswered", to = 6 },
  },
}
