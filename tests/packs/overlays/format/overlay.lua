--- An id with directives.
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "An id with directives.",
  source = "Tidak ada",
  changes = {
    { change = "text", of = "%s%n%99999d", to = "x" },
  },
}
