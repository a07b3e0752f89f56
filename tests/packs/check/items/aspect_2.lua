--- Aspect 2: an indicator that an outside index scores.
return {
  id = "A2", no = 2, name = "Indeks", weight = 60,
  indicators = {
    { id = "I02", no = 2, name = "Indeks luar uji", short_name = "Indeks luar", weight = 60,
      conversion = {
        kind = "piecewise-linear", input = "indeks_uji", basis = "aturan uji",
        bands = { { 0, 40, 1, 1.5 }, { 40, 80, 1.5, 2.5 }, { 80, 100, 2.5, 3 } },
        worked = { { ["in"] = 60, out = 2 } },
      },
      levels = {
        { level = 1, value_from = 1, value_to = 1.5,
          criteria = {
            { id = "I02.1.a", text = "Indeks 0 sampai 40.", decisive = true,
              metric = { key = "indeks_uji", min = 0, min_inclusive = true, max = 40 } },
          },
          evidence = { "Nilai indeks" } },
        { level = 2, value_from = 1.5, value_to = 2.5,
          criteria = {
            { id = "I02.2.a", text = "Indeks 40 sampai 80.", decisive = true,
              metric = { key = "indeks_uji", min = 40, min_inclusive = true, max = 80 } },
            { id = "I02.2.b", text = "Datanya dipakai." },
          },
          evidence = { "Nilai indeks" } },
        { level = 3, value_from = 2.5, value_to = 3,
          criteria = {
            { id = "I02.3.a", text = "Indeks di atas 80.", decisive = true,
              metric = { key = "indeks_uji", min = 80, max = 100, max_inclusive = true } },
          },
          evidence = { "Nilai indeks" } },
      } },
  },
}
