--- PermenPANRB 8/2026: the instrument for digital government (Pemdi) from 2026 on.
--
-- 7 aspects, 20 indicators, no domains; values from 1.00 to 5.00 with fractions. Accepted evidence items
-- score; four indicators are converted from outside indices. The official text could not be read: all
-- of it comes from secondary sources, and what is uncertain stands in notes.lua and is shown in every
-- report. The official texts bind.
return {
  format = "spbe-pack/1",
  id = "pemdi-2026",
  title = "Evaluasi Kinerja Pemerintah Digital (Indeks Pemdi) — Peraturan Menteri PANRB Nomor 8 Tahun 2026",
  short_title = "Indeks Pemdi 2026",
  language = "id",
  disclaimer = "Berkas fakta tidak resmi, disusun dari sumber sekunder; naskah PermenPANRB 8/2026 dan lampirannya tidak terbaca. Kriteria ditulis dengan kata sendiri; yang mengikat tetap naskah peraturan.",
  schema_note = "Unofficial fact file. Criteria are paraphrased in our own words; they are not the text of the regulation. any_of = one member of the named group is enough; optional = joined by \"dan/atau\" in the source; uncertain = doubtful that it is required (see the level's note); decisive = this external score sets the value, the other criteria at that level only describe it; applies_to = only for those agency types; describes_state = pictures the immature state of that level, met a fortiori by anything better, never a requirement to stay there. \"sedang disusun/disiapkan\" at level 1 is likewise met by a finished product. Where levels are read cumulatively, only the lower bound of a metric range (and of \"paling banyak 50%\") binds. evidence follows the list of 232 items (AT-BUKTI); second_evidence_list says how many items per level the other list in AT-MODUL has and how it differs. Which of the two the official application uses is not known; the assessor's remarks fit the second for I01, I03, I14 and I19, the first for I20.",
  compiled_from_official_text = false,
  files = {
    aspects = {
      "aspect_1.lua", "aspect_2.lua", "aspect_3.lua", "aspect_4.lua", "aspect_5.lua", "aspect_6.lua",
      "aspect_7.lua",
    },
    notes = "notes.lua",
    examples = "examples.lua",
  },
  own_fields = {
    pack = {
      schema_note = "how the fields are meant",
      compiled_from_official_text = "whether the official text was at hand",
      glossary = "what short words stand for", predicates_confidence = "how sure the bands are",
    },
    notes = {
      uncertain = "what is not known for sure, as the facts say it; gaps say the same",
      sources = "the files that were read, and how far they can be trusted",
    },
    indicator = {
      spbe_59_2020 = "indicators of the instrument before that it continues",
      second_evidence_list = "another list of items that circulates: items by level, and how it differs",
    },
    level = { evidence_items_in_source = "how many items the list that was followed has" },
    criterion = {
      component = "which part of the indicator it is about",
      joiner = "the word that joins it in the source",
      conflict = "which levels the sources name for it",
    },
    formula = {
      weights_total = "what all weights add up to",
      stage_weights_in_formula = "whether stages weigh in the formula", sources = "who says so",
      indicator_value = "how the value of an indicator comes about",
    },
  },

  -- Validity, and the papers.
  years = {
    first = 2026, last = 2026,
    source = "Berlaku sejak diundangkan 5 Juni 2026; PermenPANRB 59/2020 dicabut (Pasal 12).",
  },
  structure = { domains = 0, aspects = 7, indicators = 20 },
  legal_basis = {
    {
      text = "Peraturan Menteri PANRB Nomor 8 Tahun 2026 tentang Evaluasi Kinerja Pemerintah Digital",
      enacted = "2026-06-01", promulgated = "2026-06-05",
      gazette = "Berita Negara 2026 Nomor 364", articles = 12, confidence = "medium",
    },
    {
      text = "Mencabut Peraturan Menteri PANRB Nomor 59 Tahun 2020 (Pasal 12)",
      confidence = "medium",
    },
    {
      text = "Pasal 5: Tim Asesor Internal; Pasal 11: Indeks SPBE dalam dokumen kinerja dibaca sebagai Indeks Pemdi",
      confidence = "medium",
    },
    {
      text = "Perpres Nomor 12 Tahun 2025 (RPJMN 2025–2029) dan UU Nomor 59 Tahun 2024 (RPJPN 2025–2045) sebagai dasar",
      confidence = "medium",
    },
    {
      text = "Lampiran: Tabel 1 (bobot), Tabel 4 (predikat), Bagian B metode penghitungan hlm. 37–39",
      confidence = "low",
    },
  },

  -- Arithmetic.
  scale = {
    min = 1, max = 5, continuous = true, lowest = 1, highest = 5, unanswered = 1,
    source = "Nilai indikator 1,00 sampai 5,00. Tanpa nilai indeks luar, asesor 2026 memasukkan 1,00; yang belum dijawab diperlakukan sama.",
  },
  formula = {
    aspect = "IndeksAspek_i = SUM_j(wI_ij * N_ij) / wA_i",
    index = "IndeksPemdi = SUM_i(wA_i * IndeksAspek_i) / 100",
    equivalent = "IndeksPemdi = SUM_j(wI_j * N_j) / 100",
    symbols = {
      N = "indicator value, 1.00-5.00", wI = "indicator weight (percent)",
      wA = "aspect weight = sum of its indicator weights (percent)",
    },
    weights_total = 100, stage_weights_in_formula = false, confidence = "high",
    sources = { "EDU", "AT-PANDUAN", "AT-EVAL", "MIN" },
    indicator_value = {
      bands = {
        { level = 1, from = 1, to = 1.5, points_in_level = 0.5 },
        { level = 2, from = 1.5, to = 2.5, points_in_level = 1 },
        { level = 3, from = 2.5, to = 3.5, points_in_level = 1 },
        { level = 4, from = 3.5, to = 4, points_in_level = 0.5 },
        { level = 5, from = 4, to = 5, points_in_level = 1 },
      },
      external = "converted into the band of its level; see conversion of I05, I06, I07, I18",
      external_missing = "1.00 (practice of one assessor in 2026)",
      self_assessed_model = {
        rule = "N = 1.00 + points of accepted evidence; the items of a level share that level's points (0.5, 1.0, 1.0, 0.5, 1.0); a level opens only when every item of the levels below is accepted",
        equal_weight_fallback = "N = from_L + (to_L - from_L) * accepted_items / items, where L is the first level that is not fully accepted",
        item_weights = "not published in any source read; apparently stored with two decimals and not always equal",
        check = "against one real assessor result (AT-EVAL, 16 self-assessed indicators): 7 with nothing accepted are 1.00; 6 of the 9 with accepted items (I01, I02, I11, I12, I13, I17) equal the equal-share value to two decimals. I03 (1.26) fits equal shares of four items stored as 0.13 each (0.5/4 = 0.125), and four is the number in the second list, in EVALP and in the assessor's remark; with the five items of the 232 list it would be 1.20. I04 and I20 (both 1.30) fit no equal share (1.33 or 1.34; 1.25 or 1.26)",
        confidence = "medium", sources = { "AT-EVAL", "AT-MODUL", "EVALP", "DIGITAMA", "WIC" },
        observed_constraints = {
          {
            indicator = "I03", level = 1, accepted_items = { 1, 2 }, points = 0.26,
            reading = "four items of 0.13 (0.125 to two decimals)", confidence = "medium",
          },
          {
            indicator = "I04", level = 1, accepted_items = { 1, 3 }, points = 0.3,
            reading = "item 2 carries 0.20 if the level adds up to 0.50", confidence = "low",
          },
          {
            indicator = "I20", level = 1, accepted_items = { 1, 2 }, points = 0.3,
            reading = "items 3 and 4 carry 0.20 together if the level adds up to 0.50",
            confidence = "low",
          },
        },
        open = "whether a level whose stored shares add up to more than its points (4 x 0.13 = 0.52) is capped at its upper bound",
      },
    },
  },
  rounding = {
    published_decimals = 2,
    intermediate = "unrounded",
    mode = "unknown (half-up assumed)",
    basis = "An assessor showed aspect 5 as 1.08 with indicators 1.17 and 1.00. Two readings: the unrounded 7/6 was used (13/12 = 1.0833), or the stored 1.17 gave 1.085, which binary floating point prints as 1.08. Exact half-up of 1.085 would print 1.09. The stored 0.13 of I03 speaks for the second reading. \"unrounded\" is therefore a working assumption.",
    confidence = "low",
    predicate_on = { ["2026"] = "rounded" },
  },

  -- The bands of the index; the same cuts serve the value of an indicator.
  predicates = {
    {
      name = "Kurang", level_name = "Merintis", label_en = "Initiate", min = 1, max = 1.5,
      max_inclusive = false,
    },
    {
      name = "Cukup", level_name = "Membangun", label_en = "Emerging", min = 1.5, max = 2.5,
      max_inclusive = false,
    },
    {
      name = "Baik", level_name = "Berkembang", label_en = "Developing", min = 2.5, max = 3.5,
      max_inclusive = false,
    },
    {
      name = "Sangat Baik", level_name = "Melembaga", label_en = "Embedded", min = 3.5, max = 4,
      max_inclusive = false,
    },
    {
      name = "Memuaskan", level_name = "Unggul", label_en = "Leading", min = 4, max = 5,
      max_inclusive = true,
    },
  },
  predicates_note = "All sources agree on the cut points 1.50/2.50/3.50/4.00. Index predicate: EDU and AT, which cite Tabel 4 of the annex, give 1.50 to under 2.50 and so on (cut belongs to the upper band); the draft writes closed ranges (1.00-1.50, 1.51-2.50). Level of one indicator: the assessor's deck labels 1.50 (I02, I11) with its level 1 name and 2.50 (I17) with its level 2 name, so a level that is just complete does not yet count as the next one. We follow the later texts for the index and note the deck for the level label.",
  predicates_confidence = "high for cut points; medium for the side a cut falls on (index), low for the level label of an indicator exactly on a cut; medium for the Indonesian level names",

  -- Levels and what scores.
  level_names = {
    ["1"] = "Merintis", ["2"] = "Membangun", ["3"] = "Berkembang", ["4"] = "Melembaga",
    ["5"] = "Unggul",
  },
  cumulative = true,
  cumulative_note = "Butir suatu level baru dihitung bila semua butir level di bawahnya diterima (hasil asesor 2026).",
  evidence_duty = {
    from_level = 6, at_least = 1,
    source = "Tidak ada kewajiban bukti tersendiri: butir bukti itu sendiri yang dinilai.",
  },
  items = {
    shares = "equal",
    source = "Model terbaik yang diketahui; bobot butir tidak diterbitkan dan tampaknya tidak selalu sama. Lihat formula.indicator_value.self_assessed_model.",
  },
  glossary = {
    Pemdi = "Pemerintah Digital", RAN = "Rencana Aksi Nasional Pemdi",
    ["prioritas/tematik"] = "layanan digital prioritas dan/atau tematik",
    ["SIAP Digital"] = "aplikasi nasional arsitektur Pemdi", SDI = "Satu Data Indonesia",
    SJIG = "Simpul Jaringan Informasi Geospasial",
    ["EPSS/IPS"] = "Evaluasi Penyelenggaraan Statistik Sektoral / Indeks Pembangunan Statistik",
    IKASANDI = "instrumen kematangan keamanan siber dan sandi (BSSN)",
    ["TTIS/CSIRT"] = "Tim Tanggap Insiden Siber", PDP = "pelindungan data pribadi",
    SPLP = "Sistem Penghubung Layanan Pemerintah", PDN = "Pusat Data Nasional",
    JIP = "Jaringan Intra Pemerintah", SLA = "tingkat layanan yang dijanjikan",
    DPIA = "penilaian dampak pelindungan data", RoPA = "catatan kegiatan pemrosesan data",
  },

  -- The papers that are drawn from a result.
  papers = {
    subject = "Pemerintah Digital (Pemdi)",
    index = "Indeks Pemdi", evaluation = "Evaluasi Kinerja Pemerintah Digital",
    coordinator = "Koordinator Pemdi", internal_team = "Tim Asesor Internal",
    method = "Nilai indikator 1,00 sampai 5,00: butir bukti yang diterima menambah nilai, tingkat demi tingkat; empat indikator dikonversi dari indeks luar. Indeks aspek ialah rerata berbobot nilai indikatornya, Indeks Pemdi jumlah semua nilai kali bobot dibagi 100. Menurut sumber sekunder, penilaian mandiri oleh Tim Asesor Internal diikuti penilaian dokumen, interviu (klarifikasi dan sanggahan), dan bila perlu visitasi oleh Tim Asesor Eksternal.",
    list = {
      { id = "lhe", title = "Laporan Hasil Evaluasi Pemerintah Digital", official = false,
        note = "Naskah PermenPANRB 8/2026 tidak terbaca; apakah instrumen Pemdi meminta dokumen ini tidak diketahui. Susunannya mengikuti evaluasi SPBE 2021-2024." },
      { id = "sanggah", title = "Bahan Sanggahan", official = false,
        note = "Menurut satu sumber sekunder, klarifikasi dan sanggahan disampaikan pada tahap interviu; tata caranya tidak diketahui." },
      { id = "berita-acara", title = "Berita Acara Penilaian Mandiri Pemerintah Digital", official = false,
        statement = "Penilaian mandiri telah dilaksanakan; jawaban, penjelasan, dan bukti dukungnya telah diperiksa kelengkapannya.",
        note = "Naskah PermenPANRB 8/2026 tidak terbaca; apakah instrumen Pemdi meminta dokumen ini tidak diketahui. Susunannya mengikuti evaluasi SPBE 2021-2024." },
      { id = "pernyataan", title = "Pernyataan Persetujuan Publikasi", official = false,
        statement = "Hasil penilaian mandiri telah diperiksa dan dapat dipertanggungjawabkan, serta disetujui untuk dipublikasikan.",
        note = "Naskah PermenPANRB 8/2026 tidak terbaca; apakah instrumen Pemdi meminta dokumen ini tidak diketahui. Susunannya mengikuti evaluasi SPBE 2021-2024." },
    },
  },

  -- What each raise of a level costs, and how long it takes: our own judgement, in no regulation. A level
  -- begins when every item of the one below is accepted, so a step to it is the work on those items; the
  -- last step, through level 5, has the price of level 5 once more. The first row that fits.
  plan = {
    unit = "poin upaya", date = "2026-11-22",
    source = "Taksiran penyusun berkas ini sendiri, bukan angka resmi dan bukan hasil pengukuran: satu poin kira-kira seminggu kerja satu orang; bulan dihitung sampai butir buktinya siap, dan pada indeks luar sampai penilaian berikutnya. Ganti dengan biaya instansi sendiri (spbe plan --costs).",
    steps = {
      -- Penyelenggara: pelatihan dan pengakuan kompetensi mencakup hampir semua pegawai.
      { level = 2, aspects = { "A2" }, cost = 3, months = 3, what = "memetakan kompetensi dan menyiapkan kolaborasi" },
      { level = 3, aspects = { "A2" }, cost = 8, months = 8, what = "melatih pengelola dan memulai kolaborasi" },
      { level = 4, aspects = { "A2" }, cost = 9, months = 9, what = "memperluas pelatihan dan kolaborasi" },
      { level = 5, aspects = { "A2" }, cost = 6, months = 8, what = "mereviu, lalu menindaklanjuti hasilnya" },
      -- Data: empat indikator dibaca dari indeks luar, yang dinilai setahun sekali.
      { level = 2, aspects = { "A3" }, cost = 3, months = 4, what = "menyiapkan penyelenggara dan aturan data" },
      { level = 3, aspects = { "A3" }, cost = 8, months = 9, what = "menjalankan tata kelola data pada sebagian data" },
      { level = 4, aspects = { "A3" }, cost = 9, months = 9, what = "menjalankan tata kelola data seluruhnya" },
      { level = 5, aspects = { "A3" }, cost = 7, months = 9, what = "mengevaluasi, lalu menindaklanjuti hasilnya" },
      -- Keamanan: audit dan tim tanggap insiden.
      { level = 2, aspects = { "A4" }, cost = 3, months = 3, what = "menyiapkan tim, rencana, dan pedoman keamanan" },
      { level = 3, aspects = { "A4" }, cost = 6, months = 6, what = "melaksanakan pengamanan dan audit pada sebagian layanan" },
      { level = 4, aspects = { "A4" }, cost = 8, months = 8, what = "melaksanakannya pada seluruh layanan prioritas" },
      { level = 5, aspects = { "A4" }, cost = 7, months = 8, what = "mengaudit dan mereviu, lalu menindaklanjuti hasilnya" },
      -- Teknologi dan keterpaduan layanan: yang terbesar ialah integrasi seluruh layanan prioritas.
      { level = 2, aspects = { "A5", "A6" }, cost = 3, months = 3, what = "menyusun muatan rencana aksi dan arsitektur" },
      { level = 3, aspects = { "A5", "A6" }, cost = 8, months = 8, what = "membangun dan menghubungkan sebagian layanan" },
      { level = 4, aspects = { "A5", "A6" }, cost = 12, months = 10, what = "memadukan seluruh layanan prioritas" },
      { level = 5, aspects = { "A5", "A6" }, cost = 8, months = 8, what = "menghubungkannya secara nasional, lalu mereviu" },
      -- Tata kelola, manajemen, dan kepuasan pengguna.
      { level = 2, cost = 3, months = 3, what = "menyusun dasar dan fasilitasnya" },
      { level = 3, cost = 5, months = 5, what = "melaksanakan menurut pedoman" },
      { level = 4, cost = 7, months = 6, what = "melaksanakan pada seluruh layanan prioritas" },
      { level = 5, cost = 5, months = 5, what = "mereviu, lalu menindaklanjuti hasilnya" },
    },
  },
}
