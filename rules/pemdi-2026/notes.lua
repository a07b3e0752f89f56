--- What is not known for sure, and the files that were read.
--
-- The official text and its annexes could not be read for this pack. Every statement comes from public
-- secondary files, named below with how far they can be trusted. gaps say in the reports' language what
-- uncertain says.
return {
  uncertain = {
    "The official text and its annexes were not readable; everything here comes from secondary public files.",
    "The share of each evidence item inside a level is not published; see formula.indicator_value.self_assessed_model and its observed_constraints.",
    "The 40/40/20 split of document, interview and visit appears in one local draft plan only and is not part of the formula.",
    "I03: the >90% ASN pengelola threshold is at level 2 in two files and at level 4 in the module extraction.",
    "I09 levels 2-3 and I20 level 4 carry likely print or extraction errors, noted there; the 232nd evidence item (I09 level 3) is only a placeholder sentence of the extraction.",
    "I18: supervising agency and the way SDI and Arsitektur Data combine are unclear.",
    "Percent thresholds of I03, I11, I17, I19, I20 and the IKASANDI ranges rest on one unofficial extraction.",
    "One draft-based file puts I08 in Keamanan, I11-I12 in Teknologi and gives I13 weight 4 (total 99); four later files agree on the grouping used here.",
    "Two evidence lists circulate (232 and 173 items); which one the official application uses is not known.",
    "I17: whether the Dasbor Presiden criteria of levels 3 and 4 are joined by \"dan/atau\" as at level 5.",
    "I10 level 2: whether verification by BSSN is already required.",
    "Level label of an indicator value that lies exactly on a cut.",
  },
  gaps = {
    "Naskah resmi dan lampirannya tidak terbaca; seluruh isi paket ini berasal dari berkas publik sekunder.",
    "Bobot tiap butir bukti di dalam level tidak diterbitkan. Di sini butir suatu level berbagi sama rata; terhadap satu hasil asesor 2026, selisihnya pada level 1 sampai 0,06.",
    "Pembagian 40/40/20 untuk dokumen, interviu, dan visitasi hanya ada pada satu rencana daerah dan bukan bagian rumus; tidak dipakai.",
    "I03: ambang lebih dari 90% ASN pengelola berada di level 2 menurut dua berkas, di level 4 menurut ekstraksi modul.",
    "I09 level 2–3 dan I20 level 4 memuat kemungkinan salah cetak atau salah ekstraksi, dicatat di sana; butir bukti ke-232 (I09 level 3) hanya kalimat pengganti dari ekstraksi.",
    "I18: instansi pembina, dan cara menggabungkan nilai SDI dengan Arsitektur Data, tidak jelas; di sini hanya nilai SDI yang menentukan.",
    "Ambang persentase I03, I11, I17, I19, I20 dan rentang IKASANDI bersumber dari satu ekstraksi tidak resmi.",
    "Satu berkas berbasis draf menaruh I08 di aspek Keamanan, I11–I12 di Teknologi, dan memberi I13 bobot 4 (jumlah 99); empat berkas kemudian sepakat dengan susunan di sini.",
    "Dua daftar bukti beredar (232 dan 173 butir); yang dipakai aplikasi resmi tidak diketahui. Di sini dipakai daftar 232 butir.",
    "I17: belum pasti apakah kriteria Dasbor Presiden pada level 3 dan 4 disambung \"dan/atau\" seperti pada level 5.",
    "I10 level 2: belum pasti apakah verifikasi BSSN sudah disyaratkan.",
    "Nama level untuk nilai yang tepat di batas: di sini batas milik level di atasnya, seperti predikat indeks; paparan asesor menyebut nama level di bawahnya.",
    "Pembulatan dan aturan angka tepat tengah tidak diketahui; dianggap tanpa pembulatan antara dan setengah ke atas.",
  },
  sources = {
    {
      key = "AT-MODUL",
      cite = "Niumination/PemdiAcehTengah data/modul-indikator.json (commit 25b056b0); cleaned by scripts/cleanup-modul-indikator.py",
      kind = "machine extraction (NotebookLM) of the 20 official slide decks \"Modul Indikator Pemdi\"; the decks themselves were not read. Its descriptions are quoted from the regulation's PDF, which that repository names but does not store as text. It holds two evidence lists: the one inside the criteria text (232 items) and a second one (bukti_dukung, 173 items, none for I05, I06, I07, I18). An older version (commit 08eeb8f8) keeps raw slide fragments, among them the two SDI examples",
      covers = { "ladder", "conditions", "evidence", "numeric thresholds", "external conversions" },
      reliability = "medium",
    },
    {
      key = "AT-BUKTI", cite = "Niumination/PemdiAcehTengah data/pemdi.json (commit bdd3e44b)",
      kind = "list of 232 evidence items per indicator and level",
      covers = { "evidence", "item counts" }, reliability = "medium",
    },
    {
      key = "AT-PANDUAN",
      cite = "Niumination/PemdiAcehTengah docs/Panduan_Peningkatan_Indeks_Pemdi_Aceh_Tengah.md",
      kind = "guide by a district digital office, June 2026",
      covers = { "aspects", "weights", "predicates", "improvement targets" },
      reliability = "medium",
    },
    {
      key = "AT-EVAL",
      cite = "Niumination/PemdiAcehTengah data/evaluasi-asesor-2026.json and scripts/apply-eval-tahap1.py",
      kind = "transcribed external-assessor interview deck, 21 September 2026 (real, interim result)",
      covers = { "worked indicator, aspect and index values" }, reliability = "medium",
    },
    {
      key = "EDU", cite = "RokiFauziErenJaegar/edukasi-pemdi-permenpanrb-8-2026 data/regulasi.js",
      kind = "district explainer that says it was taken from a copy of the regulation",
      covers = { "legal facts", "formula", "weights", "predicates", "stages", "crosswalk from SPBE" },
      reliability = "medium",
    },
    {
      key = "MIN",
      cite = "pemdiminsel-sys/portal-evaluasi-pemdi-v2 scratch/bimtek_asesor_utf8.txt, scratch/rincian_indikator_utf8.txt, scratch/rincian_pelaksanaan_utf8.txt",
      kind = "local training text built on the DRAFT regulation (March-April 2026)",
      covers = { "ladder headline per level", "supervising agencies", "local schedule", "40/40/20 split" },
      reliability = "low where it differs, useful as an independent check",
    },
    {
      key = "DIGITAMA",
      cite = "\"Digitama\" Laravel application for Indeks Pemdi (schema migration and PenilaianInternalController/PenilaianEksternalController); the code index names no repository",
      kind = "third-party calculator",
      covers = {
        "base value 1.00",
        "weight per evidence item summed per level (0.5 / 0.5 in its own comment)",
        "SJIG and IPS cut points",
      },
      reliability = "low",
    },
    {
      key = "SYAM", cite = "Syamsuddin/arsitektur-pemdi-opd (references/regulasi-pemdi-2026.md)",
      kind = "summary of the regulation", covers = { "7 aspects, 20 indicators", "level names" },
      reliability = "low",
    },
    {
      key = "WIC",
      cite = "wic2020/arsitekturpemdi database/015_pemdi_indicator_levels.sql, pages/pemdi_evidence.php",
      kind = "third-party tool", covers = { "evidence items carry their own score per level" },
      reliability = "low",
    },
    {
      key = "EVALP",
      cite = "Eval_Pemdi indicator data set (JavaScript, 92,336 characters; the code index names no repository, probably dodiPra49/Eval_Pemdi)",
      kind = "local application with an invented ladder; only its evidence for I03 level 1 is typed from the real questionnaire",
      covers = { "I03 level 1: four items" }, reliability = "low",
    },
    {
      key = "CIAMIS", cite = "okemajid/pemdi public/ss_penilaian.png and ss_analisis.png",
      kind = "screen shots of a Kabupaten Ciamis application filled with the real table of indicators (its code carries mock data only)",
      covers = { "names, weights and grouping of I01-I09", "internal or external type" },
      reliability = "low",
    },
  },
}
