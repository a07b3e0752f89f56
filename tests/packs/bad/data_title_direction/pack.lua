-- A title that is written backwards.
return {
  format = "spbe-pack/1",
  id = "contoh-1",
  title = "\u{202e}Instrumen contoh",
  short_title = "Contoh",
  language = "id",
  files = { domains = { "domain_1.lua" } },
  years = { first = 2023, last = 2024 },
  structure = { domains = 1, aspects = 1, indicators = 2 },
  legal_basis = { { id = "contoh-2023", title = "Peraturan contoh" } },
  scale = { lowest = 1, highest = 2, unanswered = 1 },
  rounding = { published_decimals = 2, predicate_on = { ["2023"] = "exact" } },
  predicates = {
    { name = "Baik", min = 1.5, max = 2, max_inclusive = true },
    { name = "Kurang", min = 1, max = 1.5, max_inclusive = false },
  },
  level_names = { process = { "Rintisan", "Terkelola" } },
  cumulative = true,
  evidence_duty = { from_level = 2, at_least = 1 },
}
