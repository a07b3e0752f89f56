--- A fraction too long to add.
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "A fraction too long to add.",
  source = "Tidak ada",
  changes = {
    { change = "weight", of = "I01", to = "9223372036854775807/9223372036854775806" },
  },
}
