--- What evidence is checked against.
return {
  ages = {
    { what = "reviu", from = 2023, under_years = 2, criteria = { "I01.3.a" }, source = "pedoman" },
  },
  policy_words = { "peraturan", "keputusan" },
  record_words = { "laporan" },
  policy_proves = { "I01.2" },
  draft_words = { "rancangan" },
  coverage = { partial = { "I02.2" }, full = { "I02.3" } },
}
