--- Worked examples. 2 × 15.5 + 1 × 24.5 + 3 × 60 = 235.5.
return {
  { case = "Kota Uji 2022", kind = "kota", year = 2022, basis = "claimed",
    levels = { 2, 1, 3 },
    expect = {
      index = "2.36", exact = "2.355", predicate = "Cukup",
      domains = { D1 = "1.39", D2 = "3.00" }, aspects = { A1 = "1.39", A2 = "3.00" },
    } },
}
