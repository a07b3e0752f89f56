--- Worked examples: level 1 in full and two items of level 2; then values as they are.
return {
  { case = "Kota Uji 2026", kind = "kota", year = 2026, basis = "supported",
    items = { "I01.1.e1", "I01.1.e2", "I01.2.e1", "I01.2.e3" },
    measures = { indeks_uji = "60" },
    expect = {
      index = "2.08", exact = "2.08", predicate = "Cukup", aspects = { A1 = "2.20", A2 = "2.00" },
      indicators = { I01 = "2.20", I02 = "2.00" },
    } },
  { case = "Kota Uji 2025", kind = "kota", year = 2025, values = { 1.25, "7/3" },
    expect = { index = "1.90", exact = "1.9" } },
}
