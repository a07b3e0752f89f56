--- A list with a hole.
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "A list with a hole.",
  source = "Tidak ada",
  changes = {
    [1] = { change = "text", of = "I01.2.a", to = "x" },
    [3] = { change = "text", of = "I01.2.a", to = "y" },
  },
}
