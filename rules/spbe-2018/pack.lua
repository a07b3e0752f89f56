--- PermenPANRB 5/2018: the SPBE instrument of 2018 to 2020.
--
-- 3 domains, 7 aspects, 35 indicators; the last one is assessed three times, so that there are 37
-- values. Index 0 to 5, with a level 0 below the five named ones. Facts in our own words; the
-- regulation's annex could not be read, so everything comes from the questionnaire as others copied
-- it, and from published results. What was read, and what stayed open, stands in notes.lua.
return {
  format = "spbe-pack/1",
  id = "spbe-2018",
  title = "Pedoman Evaluasi Sistem Pemerintahan Berbasis Elektronik (instrumen Permen PANRB 5/2018)",
  short_title = "Evaluasi SPBE 2018",
  language = "id",
  disclaimer = "Berkas fakta tidak resmi. Kriteria dan bukti ditulis ulang dengan kata sendiri dari salinan kuesioner; lampiran Permen PANRB 5/2018 tidak dibaca utuh. Yang mengikat tetap naskah peraturan.",
  files = {
    domains = { "domain_1.lua", "domain_2.lua", "domain_3.lua" },
    notes = "notes.lua",
    examples = "examples.lua",
  },

  -- Validity: the years in which it was used, the papers, and what came after it.
  years = {
    first = 2018, last = 2020,
    source = "Dipakai pada evaluasi 2018, 2019, dan 2020; sejak 1 Januari 2021 digantikan PermenPANRB 59/2020.",
  },
  used_for_years = { 2018, 2019, 2020 },
  superseded_by = {
    id = "spbe-2020",
    name = "Peraturan Menteri PANRB Nomor 59 Tahun 2020",
    from = "2021-01-01",
  },
  structure = { domains = 3, aspects = 7, indicators = 35, scored_slots = 37 },
  legal_basis = {
    { id = "permenpanrb-5-2018",
      title = "Peraturan Menteri PANRB Nomor 5 Tahun 2018 tentang Pedoman Evaluasi Sistem Pemerintahan Berbasis Elektronik",
      gazette = "Berita Negara Republik Indonesia Tahun 2018 Nomor 154",
      role = "dasar instrumen",
      status = "dicabut Permen PANRB 59/2020 Pasal 11, yang berlaku 1 Januari 2021 (Pasal 12)",
      source_ids = { "S5", "S6" },
      confidence = "high",
      note = "Tanggal penetapan dan pengundangan tidak terbaca pada kutipan." },
    { id = "perpres-47-2015",
      title = "Peraturan Presiden Nomor 47 Tahun 2015 tentang Kementerian PANRB",
      gazette = "Lembaran Negara Republik Indonesia Tahun 2015 Nomor 89",
      role = "dasar hukum pada konsiderans",
      source_ids = { "S6" },
      confidence = "high" },
    { id = "permenpanrb-3-2016",
      title = "Peraturan Menteri PANRB Nomor 3 Tahun 2016",
      role = "dasar hukum pada konsiderans",
      source_ids = { "S6" },
      confidence = "medium",
      note = "Judulnya terpotong pada kutipan." },
  },

  -- Arithmetic. Nothing is rounded before the end; only so do the results of 2018 come out.
  scale = {
    lowest = 0, highest = 5, unanswered = 0,
    source = "Kuesioner menyediakan tingkat 0 (belum ada sama sekali) yang bernilai 0; yang tidak dijawab diperlakukan sama.",
  },
  level_zero_rule = {
    name = "Belum ada",
    text = "Kuesioner menyediakan tingkat 0 (belum ada sama sekali) yang bernilai 0. Tingkat 0 tidak termasuk lima tingkat kematangan bernama.",
    source_ids = { "S1", "S2", "S3", "S9" }, confidence = "high",
  },
  formula = {
    value = "Nilai indikator = tingkat yang dipilih, 0 sampai 5; pada S1 nilai = nomor pilihan (1-6) dikurangi 1.",
    aspect = "Indeks aspek = jumlah (nilai x bobot) semua butir dalam aspek dibagi bobot aspek.",
    domain = "Indeks domain = jumlah (indeks aspek x bobot aspek) dibagi bobot domain.",
    index = "Indeks SPBE = jumlah (indeks domain x bobot domain) dibagi 100; sama dengan jumlah (nilai x bobot) semua butir dibagi 100.",
    slots = "Indikator 35 dinilai sebagai tiga butir (35-1, 35-2, 35-3), sehingga aspek 7 punya enam butir berbobot sama 20/6.",
    min = 0,
    max = 5,
    source_ids = { "S1", "S3" },
    confidence = "high",
  },
  rounding = {
    published_decimals = 2, intermediate = "none", mode = "half-up", decimal_separator = "comma",
    basis = "Kota Denpasar 2018 dihitung ulang dari 37 nilai dan cocok seluruhnya (aspek, domain, indeks) tanpa pembulatan antara. Satu paparan memotong desimal, bukan membulatkannya (2,817 menjadi 2,81).",
    predicate_on = { ["2018"] = "rounded" },
    confidence = "medium",
    predicate_on_note = "Predikat dibaca dari indeks yang sudah dibulatkan dua desimal, seperti pada laporan nasional 2023; untuk 2018-2020 belum ada contoh di batas yang memastikannya.",
  },

  -- The bands of the index, highest first; the lower bound belongs to its band.
  predicates = {
    { name = "Memuaskan", min = 4.2, max = 5, max_inclusive = true },
    { name = "Sangat Baik", min = 3.5, max = 4.2, max_inclusive = false },
    { name = "Baik", min = 2.6, max = 3.5, max_inclusive = false },
    { name = "Cukup", min = 1.8, max = 2.6, max_inclusive = false },
    { name = "Kurang", min = 0, max = 1.8, max_inclusive = false },
  },
  predicates_meta = {
    source_ids = { "S4", "S3", "S11", "S14" },
    confidence = "high",
    note = "S4 memakai batas ini untuk hasil 2018 dan 2019; S3 (kode aplikasi) sama. Contoh yang cocok: 2,88 Baik (S11), 1,81 Cukup dan batas 2,6 untuk Baik (S14). Tabel pada lampiran 5/2018 sendiri tidak terbaca; Permen 59/2020 memakai tabel yang sama.",
  },

  -- Levels: their names by kind of indicator, lowest first, from level 1 on.
  level_names = {
    process = { "Rintisan", "Terkelola", "Terstandardisasi", "Terintegrasi", "Optimum" },
    service = { "Informasi", "Interaksi", "Transaksi", "Kolaborasi", "Optimalisasi" },
  },
  level_names_meta = {
    process = {
      source_ids = { "S13" },
      confidence = "low",
      note = "Hanya satu sumber tidak resmi; cocok dengan isi kriteria, tetapi tabel lampiran 5/2018 tidak terbaca. Tingkat 4 mungkin bernama lebih panjang (padanan 2020: Terpadu dan Terukur; tingkat 3 pada 2020: Terdefinisi).",
    },
    service = {
      source_ids = { "S1", "S2", "S3" },
      confidence = "medium",
      note = "Tingkat 2-5 tertulis pada pilihan indikator 35; tingkat 1 di sana disebut diseminasi satu arah, nama Informasi diambil dari padanan 2020.",
    },
    families = {
      text = "Sumber 2018 menyebut dua ukuran: kapabilitas proses dan kapabilitas fungsi teknis; pembagian domain 1-2 (proses) dan domain 3 (layanan) mengikuti bentuk kriteria.",
      source_ids = { "S11", "S15" },
      confidence = "medium",
    },
  },
  weights_meta = {
    unit = "persen",
    source_ids = { "S1", "S3", "S4" },
    confidence = "high",
    note = "Bobot domain 17/28/55 dan aspek 7, 10, 8, 8, 12, 35, 20 tertulis pada S1; S3 menyimpan bobot indikator yang sama (1; 4; 5; 3,3) dan S4 mencantumkan bobot yang sama kecuali satu angka.",
    discrepancies = {
      { where = "S4 salindia 11",
        found = "aspek layanan publik lama tertulis 12%",
        kept = "20%",
        why = "12% membuat jumlah domain 47%, bukan 55%; 20% cocok dengan S1, S3, dan empat hasil tercatat pada worked_examples." },
    },
  },
  evidence_meta = {
    note = "Sumber (S3) menulis data dukung per indikator, yaitu evidence_all; pembagian ke tiap tingkat (evidence) adalah tafsiran penyusun berkas ini. examples diringkas dari catatan kerja pada S1 (satu sumber).",
  },
  text_meta = {
    note = "Kriteria ditulis ulang dengan kata sendiri dari pilihan jawaban (S1-S3) dan penjelasan tingkat (S3, S9). Tiga salinan pilihan jawaban sama pada 220 dari 222 butir; dua sisanya (indikator 7 tingkat 2 dan 3) beda susunan kata dengan makna sama. Ketiganya menurun dari kuesioner resmi yang sama, jadi bukan bukti yang saling lepas. Lampiran Permen 5/2018 tidak dibaca utuh.",
  },
  cumulative = true,
  cumulative_note = "Kuesioner berbentuk satu pilihan; sumber tidak menyatakan bahwa tingkat di atas mensyaratkan tingkat di bawahnya (kalimat itu baru muncul pada instrumen 2020). Di sini tingkat yang didukung tetap tingkat tertinggi yang terpenuhi bersama semua tingkat di bawahnya, seperti pada instrumen 2020; nilai yang diklaim dan diverifikasi ialah pilihan itu sendiri.",

  -- Evidence and how the criteria are read.
  evidence_duty = {
    from_level = 2, at_least = 1,
    source = "Sumber 2018 menyebut data dukung per indikator tanpa jumlah; pada tingkat 1 ada indikator tanpa data dukung. Satu bukti per tingkat sejak tingkat 2 ialah batas terendah yang dipakai di sini, sama dengan instrumen 2020.",
  },
  reading_note = "Kriteria yang menyebut batas (baru, hanya, belum, sebagian) dibaca sebagai sekurang-kurangnya: dijawab terpenuhi juga bila keadaannya sudah melampaui batas itu.",
  reading_rules = {
    "I35 dinilai untuk tiga layanan; kriterianya sama, nomornya I35-1, I35-2, dan I35-3.",
    "evidence_all ialah data dukung indikator menurut sumber; pembagiannya ke tiap tingkat (evidence) adalah tafsiran penyusun.",
    "'unit kerja' berarti perangkat daerah pada Pemerintah Daerah.",
  },
  report_rules = {
    strength_levels = { 4, 5 },
    weakness_levels = { 0, 1, 2 },
    order = "kekuatan dari nilai tertinggi, kelemahan dari nilai terendah; sumber 2018 tidak mengaturnya, batasnya mengikuti pedoman instrumen 2020",
  },

  -- The papers that are drawn from a result.
  papers = {
    subject = "Sistem Pemerintahan Berbasis Elektronik (SPBE)",
    index = "Indeks SPBE", evaluation = "Evaluasi SPBE",
    coordinator = "Koordinator SPBE", internal_team = "Tim Asesor Internal",
    method = "Tiap indikator bernilai tingkat yang dipilih, 0 sampai 5; indikator 35 dinilai untuk tiga layanan. Indeks aspek dan domain ialah rerata berbobot nilai di dalamnya, Indeks SPBE jumlah semua nilai kali bobot dibagi 100.",
    list = {
      { id = "lhe", title = "Laporan Hasil Evaluasi SPBE", official = false,
        note = "Lampiran Permen PANRB 5/2018 tidak terbaca; apakah instrumen ini meminta dokumen ini tidak diketahui. Susunannya mengikuti evaluasi SPBE 2021-2024." },
      { id = "sanggah", title = "Bahan Tanggapan atas Hasil Penilaian", official = false,
        note = "Lampiran Permen PANRB 5/2018 tidak terbaca; apakah instrumen ini meminta dokumen ini tidak diketahui. Susunannya mengikuti evaluasi SPBE 2021-2024." },
      { id = "berita-acara", title = "Berita Acara Evaluasi Mandiri SPBE", official = false,
        statement = "Evaluasi mandiri telah dilaksanakan; jawaban, penjelasan, dan bukti dukungnya telah diperiksa kelengkapannya.",
        note = "Lampiran Permen PANRB 5/2018 tidak terbaca; apakah instrumen ini meminta dokumen ini tidak diketahui. Susunannya mengikuti evaluasi SPBE 2021-2024." },
      { id = "pernyataan", title = "Pernyataan Persetujuan Publikasi", official = false,
        statement = "Hasil evaluasi mandiri telah diperiksa dan dapat dipertanggungjawabkan, serta disetujui untuk dipublikasikan.",
        note = "Lampiran Permen PANRB 5/2018 tidak terbaca; apakah instrumen ini meminta dokumen ini tidak diketahui. Susunannya mengikuti evaluasi SPBE 2021-2024." },
    },
  },

  -- What each raise of a level costs, and how long it takes: our own judgement, in no regulation. From a
  -- level to the next one; the first row that fits.
  plan = {
    unit = "poin upaya", date = "2026-11-22",
    source = "Taksiran penyusun berkas ini sendiri, bukan angka resmi dan bukan hasil pengukuran: satu poin kira-kira seminggu kerja satu orang; bulan dihitung sampai bukti dukungnya siap. Ganti dengan biaya instansi sendiri (spbe plan --costs).",
    steps = {
      -- Kebijakan: konsep mudah, penetapannya lama.
      { level = 1, aspects = { "A1", "A2" }, cost = 2, months = 2, what = "menyusun konsep kebijakan" },
      { level = 2, aspects = { "A1", "A2" }, cost = 5, months = 6, what = "menetapkan kebijakan" },
      { level = 3, aspects = { "A1", "A2" }, cost = 4, months = 4, what = "melengkapi isi kebijakan" },
      { level = 4, aspects = { "A1", "A2" }, cost = 4, months = 4, what = "mengarahkan kebijakan pada integrasi dengan instansi lain" },
      { level = 5, aspects = { "A1", "A2" }, cost = 4, months = 4, what = "meninjau kebijakan dan mengubahnya menurut hasilnya" },
      -- Kelembagaan, perencanaan, dan teknologi.
      { level = 1, kind = "process", cost = 1, months = 1, what = "memulai menurut kebutuhan" },
      { level = 2, kind = "process", cost = 3, months = 3, what = "meresmikan dan melaksanakan sebagian" },
      { level = 3, kind = "process", cost = 6, months = 6, what = "melaksanakan seluruhnya di semua unit kerja" },
      { level = 4, kind = "process", cost = 6, months = 6, what = "memadukan, memantau, dan mengevaluasi" },
      { level = 5, kind = "process", cost = 4, months = 4, what = "memperbaiki menurut hasil evaluasi" },
      -- Layanan: yang terbesar ialah transaksi dan integrasi.
      { level = 1, kind = "service", cost = 3, months = 3, what = "menyajikan informasi layanan" },
      { level = 2, kind = "service", cost = 5, months = 4, what = "menambah interaksi pada layanan" },
      { level = 3, kind = "service", cost = 10, months = 8, what = "menambah transaksi pada layanan" },
      { level = 4, kind = "service", cost = 12, months = 9, what = "menghubungkan layanan dengan layanan lain" },
      { level = 5, kind = "service", cost = 8, months = 6, what = "menyempurnakan layanan menurut kebutuhan" },
    },
  },
}
