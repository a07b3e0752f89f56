--- A row that poses as a function.
return {
  format = "spbe-overlay/1",
  id = "jahat",
  title = "Overlay yang tidak berniat baik",
  base = "spbe-2020",
  author = "Tidak dikenal",
  date = "2026-11-22",
  reason = "A row that poses as a function.",
  source = "Tidak ada",
  changes = {
    { change = "function", of = "I01", to = { ["@function"] = "domain_1.lua:value" } },
  },
}
