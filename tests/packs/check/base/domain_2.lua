--- Domain 2: one indicator of services.
return {
  id = "D2", no = 2, name = "Layanan", weight = 60,
  aspects = {
    { id = "A2", no = 2, name = "Layanan umum", weight = 60,
      indicators = {
        { id = "I03", no = 3, name = "Layanan uji", short_name = "Layanan", kind = "service",
          weight = 60,
          levels = {
            { level = 1, name = "Satu", baseline = true,
              criteria = {
                { id = "I03.1.a", text = "Layanan memberi informasi.", basis = "aturan-2020" },
              } },
            { level = 2, name = "Dua",
              criteria = {
                { id = "I03.2.a", text = "Layanan dapat ditanya.", basis = "aturan-2020" },
              } },
            { level = 3, name = "Tiga",
              criteria = {
                { id = "I03.3.a", text = "Layanan terhubung.", basis = "aturan-2020" },
              } },
          } },
      },
    },
  },
}
