--- Worked by hand. I01 has 21 points in all, 12 of them in stages 1 and 2: 8 let stage 3 count. I03 has
-- 18 points, 9 of them in stages 1 and 2: 6 let stage 3 count.
return {
  { case = "stage 3 alone is worth nothing", kind = "kota", year = 2024,
    met = { "I01.1.a", "I01.3", "I02.1", "I03.3" }, basis = "supported",
    expect = {
      -- I01: 3 of 12 points, 3 × 3 / 21; I03: nothing; I02: the lower, I03.
      index = "0.21", exact = "3/14", predicate = "Tidak layak",
      values = { I01 = "3/7", I02 = "0", I03 = "0" },
    } },
  { case = "just below the minimum", kind = "kota", year = 2024,
    met = { "I01.1", "I01.3", "I02.1", "I03" }, basis = "supported",
    expect = {
      -- I01: 6 of 12 points, less than 8; I03: all 18.
      index = "1.50", predicate = "Cukup",
      values = { I01 = "6/7", I02 = "6/7", I03 = "3" },
    } },
  { case = "at the minimum", kind = "kota", year = 2024,
    met = { "I01.1.a", "I01.2", "I01.3", "I02.1", "I03" }, basis = "supported",
    expect = {
      -- I01: 9 of 12 points, so stage 3 counts: 18 of 21.
      index = "2.70", exact = "2.7", predicate = "Baik",
      values = { I01 = "18/7", I02 = "18/7", I03 = "3" },
    } },
  { case = "everything", kind = "kota", year = 2023, met = { "I01", "I02", "I03" },
    expect = { index = "3.00", exact = "3", predicate = "Baik", aspects = { A1 = "3.00" } } },
}
