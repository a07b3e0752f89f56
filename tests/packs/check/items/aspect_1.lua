--- Aspect 1: an indicator that its items score.
return {
  id = "A1", no = 1, name = "Dokumen", weight = 40,
  indicators = {
    { id = "I01", no = 1, name = "Dokumen uji", short_name = "Dokumen", weight = 40,
      theme = { "bebas", 1 },
      levels = {
        { level = 1, value_from = 1, value_to = 1.5,
          criteria = {
            { id = "I01.1.a", text = "Sedang disusun.", describes_state = true },
            { id = "I01.1.b", text = "Ada penanggung jawab." },
          },
          evidence = { "Rancangan", "Surat tugas" } },
        { level = 2, value_from = 1.5, value_to = 2.5,
          criteria = {
            { id = "I01.2.a", text = "Ditetapkan dengan aturan.", any_of = "dasar" },
            { id = "I01.2.b", text = "Ditetapkan dengan keputusan.", any_of = "dasar" },
            { id = "I01.2.c", text = "Dipakai di kementerian.", applies_to = { "pusat" } },
            { id = "I01.2.d", text = "Dipakai bersama.", optional = true },
          },
          evidence = { "Aturan", "Daftar pemakai", "Foto" },
          item_points = { 0.5, 0.3, 0.2 } },
        { level = 3, value_from = 2.5, value_to = 3,
          criteria = { { id = "I01.3.a", text = "Direviu.", uncertain = true } },
          evidence = { "Laporan reviu" } },
      } },
  },
}
