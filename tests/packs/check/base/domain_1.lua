--- Domain 1: two indicators of processes.
return {
  id = "D1", no = 1, name = "Kebijakan", weight = 40,
  aspects = {
    { id = "A1", no = 1, name = "Kebijakan dan rencana", weight = 40,
      indicators = {
        { id = "I01", no = 1, name = "Kebijakan uji", short_name = "Kebijakan", kind = "process",
          weight = 15.5,
          levels = {
            { level = 1, name = "Awal", baseline = true, criteria = {}, evidence = {}, note = "" },
            { level = 2, name = "Jalan",
              criteria = {
                { id = "I01.2.a", text = "Kebijakan ditetapkan.", basis = "aturan-2020" },
                { id = "I01.2.b", text = "Kebijakan memuat lingkup.", basis = "pedoman-2021",
                  guideline_only = true, from = 2021, ["until"] = 2022 },
              },
              evidence = { "Peraturan yang sah" } },
            { level = 3, name = "Mantap",
              criteria = {
                { id = "I01.3.a", text = "Kebijakan direviu.", basis = "aturan-2020" },
                { id = "I01.3.b", text = "Reviu ditindaklanjuti.", basis = "pedoman-2023",
                  guideline_only = true, from = 2023 },
              } },
          } },
        { id = "I02", no = 2, name = "Rencana uji", short_name = "Rencana", kind = "process",
          weight = 24.5,
          levels = {
            { level = 1, name = "Awal", baseline = true, criteria = {} },
            { level = 2, name = "Jalan",
              criteria = {
                { id = "I02.2.a", text = "Rencana disusun.", basis = "aturan-2020" },
              } },
            { level = 3, name = "Mantap",
              criteria = {
                { id = "I02.3.a", text = "Rencana dilaksanakan.", basis = "aturan-2020" },
              },
              differences = {
                { source = "pedoman-2023", text = "Pedoman meminta laporan." },
              } },
          } },
      },
    },
  },
}
