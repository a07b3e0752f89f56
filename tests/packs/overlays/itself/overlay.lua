--- Changes itself.
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "Changes itself.",
  source = "Tidak ada",
  changes = {
    { change = "base", of = "jahat", to = "spbe-2018" },
  },
}
