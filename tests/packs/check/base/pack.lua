--- The smallest pack that has everything: what the cases of tests/messages change a line of.
return {
  format = "spbe-pack/1",
  id = "uji-1",
  title = "Instrumen uji",
  short_title = "Uji",
  language = "id",
  disclaimer = "Hanya untuk menguji program.",
  files = {
    domains = { "domain_1.lua", "domain_2.lua" },
    notes = "notes.lua",
    checks = "checks.lua",
    examples = "examples.lua",
  },
  years = { first = 2021, last = 2023, source = "aturan uji" },
  structure = { domains = 2, aspects = 2, indicators = 3 },
  legal_basis = {
    { id = "aturan-2020", title = "Aturan Uji 2020" },
    { id = "pedoman-2021", title = "Pedoman Uji 2021" },
    { id = "pedoman-2023", title = "Pedoman Uji 2023" },
  },
  guideline_by_year = {
    ["2021"] = "pedoman-2021",
    ["2022"] = "pedoman-2021",
    ["2023"] = "pedoman-2023",
  },
  scale = { lowest = 1, highest = 3, unanswered = 1 },
  rounding = {
    published_decimals = 2, intermediate = "none", mode = "half-up",
    predicate_on = { ["2021"] = "rounded", ["2023"] = "exact" },
  },
  predicates = {
    { name = "Baik", min = 2.5, max = 3, max_inclusive = true },
    { name = "Cukup", min = 1.5, max = 2.5, max_inclusive = false },
    { name = "Kurang", min = 1, max = 1.5, max_inclusive = false },
  },
  national_target = { index_min = 2, indicator_level = 2 },
  level_names = {
    process = { "Awal", "Jalan", "Mantap" },
    service = { "Satu", "Dua", "Tiga" },
  },
  cumulative = true,
  evidence_duty = { from_level = 2, at_least = 1 },
  general_questions = {
    { id = "PU1", text = "Layanan mana yang utama?" },
    { id = "PU2", text = "Apa rencana tahun depan?" },
  },
  report_rules = { strength_levels = { 3 }, weakness_levels = { 1 } },
}
