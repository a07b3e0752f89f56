return {
  id = "D1", no = 1, name = "Kebijakan", weight = 100,
  aspects = {
    { id = "A1", no = 1, name = "Tata kelola", weight = 100,
      indicators = {
        { id = "I01", no = 1, name = "Arsitektur", short_name = "Arsitektur", kind = "process", weight = "1/9223372036854775808",
          levels = {
            { level = 1, name = "Rintisan", baseline = true, criteria = {} },
            { level = 2, name = "Terkelola",
              criteria = {
                { id = "I01.2.a", text = "Kebijakan telah ditetapkan.", basis = "contoh-2023" },
              } },
          } },
        { id = "I02", no = 2, name = "Peta rencana", short_name = "Peta rencana", kind = "process", weight = 39.5,
          levels = {
            { level = 1, name = "Rintisan", baseline = true, criteria = {} },
            { level = 2, name = "Terkelola",
              criteria = {
                { id = "I02.2.a", text = "Peta rencana telah ditetapkan.", basis = "contoh-2023" },
              } },
          } },
      } },
  },
}
