--- A small pack in the manner of Indeks KAMI: questions in three stages, of which the third counts only
-- above a minimum of the first two. What a table cannot say is a function in domain_1.lua.
--
-- The questions are made up; only the arithmetic is of interest here.
return {
  format = "spbe-pack/1",
  id = "kami-uji",
  title = "Contoh kecil menurut cara Indeks KAMI",
  short_title = "KAMI uji",
  language = "id",
  disclaimer = "Hanya untuk menguji program.",
  files = { domains = { "domain_1.lua" }, examples = "examples.lua" },
  years = { first = 2023, last = 2024 },
  structure = { domains = 1, aspects = 1, indicators = 3 },
  legal_basis = { { id = "contoh", title = "Pedoman contoh" } },
  scale = { lowest = 0, highest = 3, unanswered = 0 },
  level_zero_rule = { name = "Tidak dilakukan" },
  rounding = { published_decimals = 2, predicate_on = { ["2023"] = "rounded" } },
  predicates = {
    { name = "Baik", min = 2, max = 3, max_inclusive = true },
    { name = "Cukup", min = 1, max = 2 },
    { name = "Tidak layak", min = 0, max = 1 },
  },
  level_names = { area = { "Tahap 1", "Tahap 2", "Tahap 3" } },
  cumulative = true,
  evidence_duty = { from_level = 1, at_least = 1 },
}
