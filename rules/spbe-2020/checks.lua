--- What evidence is checked against before an assessor does. Gives warnings, never a value.
--
-- A name stands for a criterion ("I01.4.b") or for all criteria of a level ("I01.2"). Words are
-- looked for in titles, as whole words in small letters.
return {
  -- How old evidence may be. Reviews: the statement "direviu dan/atau dievaluasi" of every
  -- indicator. Audits: the guide of 2023 asks it of level 2, that of 2024 of the evidence of all
  -- levels; certificates of auditors and the Peta Rencana are not dated by it.
  ages = {
    { what = "hasil reviu atau evaluasi", from = 2024, under_years = 2,
      source = "Pedoman 3/2024: hasil reviu/evaluasi berusia kurang dari 2 tahun",
      criteria = {
        "I01.4.b", "I02.4.b", "I03.5.a", "I04.4.c", "I05.4.b", "I06.4.b", "I07.4.b", "I08.4.b",
        "I09.4.a", "I10.4.b", "I11.4.b", "I12.4.b", "I13.4.c", "I14.4.b", "I15.4.c", "I16.4.b",
        "I17.4.b", "I18.4.b", "I19.4.b", "I20.4.c", "I21.4.c", "I22.4.b", "I23.4.c", "I24.4.c",
        "I25.4.c", "I26.4.c", "I27.4.a", "I28.4.b", "I29.4.c", "I30.4.c", "I31.4.c", "I32.5.a",
        "I33.5.a", "I34.5.a", "I35.5.a", "I36.5.a", "I37.5.a", "I38.5.a", "I39.5.a", "I40.5.a",
        "I41.5.a", "I42.5.a", "I43.5.a", "I44.5.a", "I45.5.a", "I46.5.a", "I47.5.a",
      } },
    { what = "audit", from = 2023, ["until"] = 2023, under_years = 2,
      source = "Pedoman 6/2023: audit dua tahun terakhir, tingkat 2",
      criteria = { "I29.2.a", "I29.2.b", "I30.2.a", "I30.2.b", "I31.2.a", "I31.2.b" } },
    { what = "audit", from = 2024, under_years = 2,
      source = "Pedoman 3/2024: bukti audit dua tahun terakhir, semua tingkat",
      criteria = {
        "I29.2.a", "I29.2.b", "I29.3.a", "I29.3.b", "I29.4.a", "I29.5.a", "I30.2.a", "I30.2.b",
        "I30.3.a", "I30.3.b", "I30.4.a", "I30.5.a", "I31.2.a", "I31.2.b", "I31.3.a", "I31.3.b",
        "I31.4.a", "I31.5.a",
      } },
  },

  -- A regulation or decree in a title proves that something was decided, not that it is done,
  -- unless the title tells a record of it as well.
  policy_words = {
    "peraturan", "perpres", "perda", "perdais", "perdasus", "qanun", "pergub", "perbup", "perwal",
    "perwali", "permen", "perka", "perban", "keputusan", "kepres", "kepmen", "kepgub", "kepbup",
    "kepwal", "kepwali", "kepka", "sk", "instruksi", "inpres", "edaran", "kebijakan",
  },
  record_words = {
    "laporan", "notula", "notulen", "notulensi", "risalah", "acara", "undangan", "hadir",
    "absensi", "dokumentasi", "foto", "video", "tangkapan", "screenshot", "hasil", "rekap",
    "rekapitulasi", "bukti", "log", "catatan", "sosialisasi", "reviu", "review",
  },
  -- Where a regulation or decree is the natural proof: the policies of domain 1 but for their
  -- reviews, documents that are set by decree, teams, strategies, and what must stand in the Peta
  -- Rencana.
  policy_proves = {
    "I01.2", "I01.3", "I01.4.a", "I01.5",
    "I02.2", "I02.3", "I02.4.a", "I02.5",
    "I03.2", "I03.3", "I03.4", "I03.5.b",
    "I04.2", "I04.3", "I04.4.a", "I04.4.b", "I04.5",
    "I05.2", "I05.3", "I05.4.a", "I05.5",
    "I06.2", "I06.3", "I06.4.a", "I06.5",
    "I07.2", "I07.3", "I07.4.a", "I07.5",
    "I08.2", "I08.3", "I08.4.a", "I08.5",
    "I09.2", "I09.3", "I09.4.b", "I09.5",
    "I10.2", "I10.3", "I10.4.a", "I10.5",
    "I11.2", "I11.3", "I11.4.a", "I11.4.c", "I11.5", "I12.2", "I12.3", "I12.5", "I13.2.a", "I14.2",
    "I16.3.b", "I19.2.a", "I20.3.a",
    "I21.2.b", "I21.4.a", "I22.2.c", "I23.2.b", "I23.3.a", "I23.4.a", "I24.2.b", "I24.3.a",
    "I24.4.d", "I25.2.b", "I25.4.d", "I26.2.b", "I26.3.a", "I26.3.c", "I26.3.d", "I27.2.b",
    "I27.4.b", "I28.2.b", "I28.4.c", "I29.2.c", "I30.2.c", "I31.2.c",
  },

  -- Words of what is not final yet.
  draft_words = {
    "draf", "draft", "konsep", "rancangan", "raperda", "ranperda", "rapergub", "ranpergub",
    "raperbup", "ranperbup", "raperwal", "raperwali", "ranperwal", "ranperwali",
  },

  -- Levels that ask for "sedikitnya sebagian" of something, and the level above that asks for all
  -- of it.
  coverage = {
    partial = {
      "I01.2", "I02.2", "I03.3", "I05.2", "I06.2", "I07.2", "I08.2", "I09.2", "I10.2", "I11.2",
      "I12.2", "I13.2", "I16.2", "I17.2", "I18.2", "I22.2",
    },
    full = {
      "I01.3", "I02.3", "I03.4", "I05.3", "I06.3", "I07.3", "I08.3", "I09.3", "I10.3", "I11.3",
      "I12.3", "I13.3", "I16.3", "I17.3", "I18.3", "I22.3",
    },
  },
}
