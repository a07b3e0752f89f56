--- Domain 2, Tata Kelola SPBE: indicators I11 to I20.
--
-- Structure, weights and criteria: PermenPANRB 59/2020, Lampiran. Criteria marked guideline_only
-- and the evidence: Kepmen PANRB 962/2021, Pedoman 6/2023, Pedoman 3/2024 (documents S1 to S4 of
-- notes.lua). Written in our own words; the official texts bind.
--
-- from, until: first and last year in which a criterion that only a guide brought counts.
-- note: what limits a level; it is not a criterion. evidence: examples of what assessors accept.
-- sources: in how many documents the five levels read alike; source_docs: which.
return {
  id = "D2", no = 2, weight = 25,
  name = "Tata Kelola SPBE",
  aspects = {

    -- A2 Perencanaan Strategis SPBE
    { id = "A2", no = 2, weight = 10,
      name = "Perencanaan Strategis SPBE",
      indicators = {

        -- I11 Arsitektur SPBE
        { id = "I11", no = 11, kind = "process", weight = 2.5,
          name = "Tingkat Kematangan Arsitektur SPBE Instansi Pusat/Pemerintah Daerah",
          short_name = "Arsitektur SPBE",
          definition = "Menilai ketersediaan dan mutu dokumen Arsitektur SPBE instansi. Ukurannya kelengkapan referensi serta enam domain, keselarasan dengan arsitektur nasional, dan pemutakhirannya.",
          legal_basis = {
            "Perpres 95/2018 Pasal 6-12",
            "Perpres 132/2022 (Arsitektur SPBE Nasional)",
          },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Instansi Pusat mengacu pada renstra instansi (Pasal 11), Pemerintah Daerah pada RPJMD (Pasal 12). Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Rintisan", baseline = true,
              criteria = {},
              evidence = {
                "Rancangan dokumen Arsitektur SPBE",
                "Notula, undangan, atau dokumentasi penyusunan rancangan",
              },
              note = "Garis dasar, nilai 1 tetap diberikan walau belum ada apa pun. Dokumen arsitektur belum ada atau masih konsep." },
            { level = 2, name = "Terkelola",
              criteria = {
                { id = "I11.2.a", basis = "permenpanrb-59-2020",
                  text = "Dokumen Arsitektur SPBE sudah tersedia." },
                { id = "I11.2.b", basis = "kepmenpanrb-962-2021", guideline_only = true, from = 2021,
                  text = "Dokumen memuat sedikitnya sebagian referensi dan domain arsitektur." },
              },
              evidence = {
                "Dokumentasi arsitektur kondisi saat ini (as-is) yang formal, cakupan sebagian",
              },
              note = "Pembatas: bila referensi dan keenam domain belum lengkap, nilai berhenti di 2.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Peraturan menulis 'tidak/belum' mencakup secara lengkap; sejak Kepmen 962/2021 kriterianya menegaskan 'hanya sebagian'." },
                { source = "pedoman-3-2024",
                  text = "Isi metadata pada Sistem Informasi Arsitektur SPBE nasional yang mutakhir dapat menggantikan dokumen." },
              } },
            { level = 3, name = "Terdefinisi",
              criteria = {
                { id = "I11.3.a", basis = "permenpanrb-59-2020",
                  text = "Dokumen memuat referensi arsitektur secara lengkap." },
                { id = "I11.3.b", basis = "permenpanrb-59-2020",
                  text = "Dokumen memuat domain proses bisnis." },
                { id = "I11.3.c", basis = "permenpanrb-59-2020",
                  text = "Dokumen memuat domain data dan informasi." },
                { id = "I11.3.d", basis = "permenpanrb-59-2020",
                  text = "Dokumen memuat domain infrastruktur SPBE." },
                { id = "I11.3.e", basis = "permenpanrb-59-2020",
                  text = "Dokumen memuat domain aplikasi SPBE." },
                { id = "I11.3.f", basis = "permenpanrb-59-2020",
                  text = "Dokumen memuat domain keamanan SPBE." },
                { id = "I11.3.g", basis = "permenpanrb-59-2020",
                  text = "Dokumen memuat domain layanan SPBE." },
                { id = "I11.3.h", basis = "pedoman-3-2024", guideline_only = true, from = 2024,
                  text = "Dokumen arsitektur dalam keadaan mutakhir." },
              },
              evidence = {
                "Dokumentasi arsitektur as-is yang formal dan lengkap",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Dokumen disyaratkan mutakhir (kriteria h)." },
              } },
            { level = 4, name = "Terpadu dan Terukur",
              criteria = {
                { id = "I11.4.a", basis = "permenpanrb-59-2020",
                  text = "Dokumen berpedoman pada Arsitektur SPBE Nasional." },
                { id = "I11.4.b", basis = "permenpanrb-59-2020",
                  text = "Dokumen direviu dan/atau dievaluasi secara berkala." },
                { id = "I11.4.c", basis = "pedoman-3-2024", guideline_only = true, from = 2024,
                  text = "Arsitektur ditetapkan dengan keputusan pimpinan instansi/kepala daerah." },
                { id = "I11.4.d", basis = "pedoman-3-2024", guideline_only = true, from = 2024,
                  text = "Metadata arsitektur terisi mutakhir pada sistem informasi arsitektur nasional." },
              },
              evidence = {
                "Dokumentasi arsitektur lengkap yang selaras dengan Arsitektur SPBE Nasional",
                "Keputusan pimpinan instansi atau kepala daerah yang menetapkan arsitektur (Pedoman 3/2024)",
                "Tangkapan layar metadata mutakhir pada sistem informasi arsitektur nasional (Pedoman 3/2024)",
                "Laporan, notula, atau catatan reviu/evaluasi Arsitektur SPBE; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "Kriteria c dan d hanya ada pada Pedoman 3/2024.",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu berkesinambungan yang memuat masalah dan rekomendasi, Kepmen 962/2021 tidak mengatur usia maupun isinya. Cukup salah satu: reviu dan/atau evaluasi." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I11.5.a", basis = "permenpanrb-59-2020",
                  text = "Dokumen dimutakhirkan sebagai tindak lanjut hasil reviu/evaluasi." },
              },
              evidence = {
                "Catatan reviu/evaluasi dan rekomendasi tindak lanjut",
                "Dokumen arsitektur as-is yang berlaku",
                "Dokumen arsitektur to-be atau hasil penyempurnaan yang sudah diberlakukan",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Pasangan bukti disebut as-is dan to-be; sebelumnya versi lama dan versi baru. Nilai 5 dipertahankan dengan reviu ulang dan penyempurnaan arsitektur to-be." },
              } },
          },
          sources = 5, confidence = "high",
          source_docs = {
            "permenpanrb-59-2020",
            "kepmenpanrb-962-2021",
            "pedoman-6-2023",
            "pedoman-3-2024",
            "seeder-kuesioner",
          },
        },

        -- I12 Peta Rencana SPBE
        -- The questionnaire names eight contents, the Perpres and the guides seven; seven are used
        -- (see known_conflicts).
        { id = "I12", no = 12, kind = "process", weight = 2.5,
          name = "Tingkat Kematangan Peta Rencana SPBE Instansi Pusat/Pemerintah Daerah",
          short_name = "Peta Rencana SPBE",
          definition = "Menilai dokumen Peta Rencana SPBE yang berisi arah serta langkah penerapan SPBE terpadu. Ukurannya kelengkapan muatan, konsistensi pelaksanaan lewat anggaran, dan pemutakhiran.",
          legal_basis = { "Perpres 95/2018 Pasal 13-19" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Acuan penyusunan: renstra instansi (pusat, Pasal 18) atau RPJMD dan renstra daerah (Pasal 19). Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Rintisan", baseline = true,
              criteria = {},
              evidence = {
                "Rancangan Peta Rencana SPBE",
                "Notula, undangan, atau dokumentasi penyusunan rancangan",
              },
              note = "Garis dasar, nilai 1 tetap diberikan walau belum ada apa pun. Dokumen peta rencana belum ada atau masih konsep." },
            { level = 2, name = "Terkelola",
              criteria = {
                { id = "I12.2.a", basis = "permenpanrb-59-2020",
                  text = "Dokumen Peta Rencana SPBE sudah tersedia." },
                { id = "I12.2.b", basis = "kepmenpanrb-962-2021", guideline_only = true, from = 2021,
                  text = "Dokumen memuat sedikitnya sebagian muatan peta rencana." },
              },
              evidence = {
                "Dokumen Peta Rencana SPBE formal, muatan sebagian",
              },
              note = "Pembatas: bila muatan belum lengkap, nilai berhenti di 2.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Peraturan hanya menyebut muatan 'tidak/belum lengkap'; syarat memuat sebagian berasal dari uraian pemenuhan semua pedoman." },
              } },
            { level = 3, name = "Terdefinisi",
              criteria = {
                { id = "I12.3.a", basis = "permenpanrb-59-2020",
                  text = "Dokumen memuat peta rencana tata kelola SPBE." },
                { id = "I12.3.b", basis = "permenpanrb-59-2020",
                  text = "Dokumen memuat peta rencana manajemen SPBE." },
                { id = "I12.3.c", basis = "permenpanrb-59-2020",
                  text = "Dokumen memuat peta rencana layanan SPBE." },
                { id = "I12.3.d", basis = "permenpanrb-59-2020",
                  text = "Dokumen memuat peta rencana infrastruktur SPBE." },
                { id = "I12.3.e", basis = "permenpanrb-59-2020",
                  text = "Dokumen memuat peta rencana aplikasi SPBE." },
                { id = "I12.3.f", basis = "permenpanrb-59-2020",
                  text = "Dokumen memuat peta rencana keamanan SPBE." },
                { id = "I12.3.g", basis = "permenpanrb-59-2020",
                  text = "Dokumen memuat peta rencana Audit TIK." },
              },
              evidence = {
                "Dokumen Peta Rencana SPBE formal dengan muatan lengkap",
              },
              note = "Kuesioner pada peraturan dan semua pedoman menyebut pula 'Audit Teknologi SPBE' di samping Audit TIK; Perpres 95/2018 Pasal 14 dan deskripsi indikator hanya mengenal tujuh muatan." },
            { level = 4, name = "Terpadu dan Terukur",
              criteria = {
                { id = "I12.4.a", basis = "permenpanrb-59-2020",
                  text = "Peta rencana diterapkan konsisten dalam rencana kerja dan anggaran tiga tahun terakhir." },
                { id = "I12.4.b", basis = "permenpanrb-59-2020",
                  text = "Dokumen direviu dan/atau dievaluasi secara berkala." },
              },
              evidence = {
                "Dokumen rencana kerja dan anggaran tiga tahun terakhir yang programnya selaras dengan peta rencana",
                "Laporan, notula, atau catatan reviu/evaluasi Peta Rencana SPBE; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu berkesinambungan yang memuat masalah dan rekomendasi, Kepmen 962/2021 tidak mengatur usia maupun isinya. Cukup salah satu: reviu dan/atau evaluasi." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I12.5.a", basis = "permenpanrb-59-2020",
                  text = "Dokumen dimutakhirkan sebagai tindak lanjut hasil reviu/evaluasi." },
              },
              evidence = {
                "Catatan reviu/evaluasi Peta Rencana SPBE berisi rekomendasi dan tindak lanjut (undangan rapat atau analisis pembanding sebagai pelengkap)",
                "Dokumen Peta Rencana SPBE versi sebelumnya",
                "Dokumen Peta Rencana SPBE hasil penyempurnaan yang sudah ditetapkan",
                "Alternatif: bukti penguatan tata kelola sesuai rekomendasi (Pedoman 3/2024)",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Selain dokumen lama dan hasil penyempurnaan, bukti penguatan tata kelola sesuai rekomendasi juga diterima. Nilai 5 dipertahankan lewat reviu ulang beserta penyempurnaannya." },
              } },
          },
          sources = 5, confidence = "high",
          source_docs = {
            "permenpanrb-59-2020",
            "kepmenpanrb-962-2021",
            "pedoman-6-2023",
            "pedoman-3-2024",
            "seeder-kuesioner",
          },
        },

        -- I13 Rencana dan Anggaran SPBE
        { id = "I13", no = 13, kind = "process", weight = 2.5,
          name = "Tingkat Kematangan Keterpaduan Rencana dan Anggaran SPBE",
          short_name = "Rencana dan Anggaran SPBE",
          aliases = { "Tingkat Kematangan Rencana dan Anggaran SPBE" },
          definition = "Menilai sejauh mana rencana dan anggaran SPBE unit kerja dikonsultasikan, dipadukan, dan dikendalikan. Rujukannya arsitektur serta peta rencana instansi.",
          legal_basis = { "Perpres 95/2018 Pasal 20-22" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Pusat memakai RKA-K/L dan berkoordinasi dengan menteri perencanaan dan keuangan (Pasal 21); daerah memakai DPA-SKPD di bawah koordinasi perangkat daerah perencanaan (Pasal 22). Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Rintisan", baseline = true,
              criteria = {},
              evidence = {
                "Dokumen RKA-K/L atau DPA-SKPD yang memuat program SPBE",
                "Notula atau dokumentasi penyusunan rencana dan anggaran",
              },
              note = "Garis dasar, nilai 1 tetap diberikan walau belum ada apa pun. Rencana dan anggaran SPBE belum atau sudah masuk dokumen anggaran tahunan." },
            { level = 2, name = "Terkelola",
              criteria = {
                { id = "I13.2.a", basis = "kepmenpanrb-962-2021", guideline_only = true, from = 2021,
                  text = "Rencana dan anggaran SPBE tercantum dalam dokumen anggaran tahunan." },
                { id = "I13.2.b", basis = "permenpanrb-59-2020",
                  text = "Sedikitnya sebagian rencana dan anggaran SPBE unit kerja dikonsultasikan kepada unit pengelola TIK." },
              },
              evidence = {
                "Dokumen RKA-K/L atau DPA-SKPD yang memuat anggaran SPBE",
                "Catatan formal hasil konsultasi sebagian anggaran dengan unit TIK",
              },
              note = "Pembatas: bila belum semua rencana/anggaran dikonsultasikan, nilai berhenti di 2.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Peraturan menulis 'tidak seluruhnya' dikonsultasikan; sejak Kepmen 962/2021 ditegaskan 'sebagian'." },
              } },
            { level = 3, name = "Terdefinisi",
              criteria = {
                { id = "I13.3.a", basis = "permenpanrb-59-2020",
                  text = "Seluruh rencana dan anggaran SPBE unit kerja dikonsultasikan kepada unit pengelola TIK." },
              },
              evidence = {
                "Dokumen anggaran dan/atau SOP penyusunan anggaran SPBE terpadu",
                "Catatan formal hasil konsultasi seluruh anggaran dengan unit TIK",
              },
              note = "" },
            { level = 4, name = "Terpadu dan Terukur",
              criteria = {
                { id = "I13.4.a", basis = "permenpanrb-59-2020",
                  text = "Seluruh rencana dan anggaran SPBE sudah terpadu." },
                { id = "I13.4.b", basis = "permenpanrb-59-2020",
                  text = "Unit perencanaan dan penganggaran mengendalikan rencana dan anggaran SPBE." },
                { id = "I13.4.c", basis = "permenpanrb-59-2020",
                  text = "Rencana dan anggaran direviu dan/atau dievaluasi secara berkala." },
              },
              evidence = {
                "SOP dan/atau dokumen anggaran terpadu yang dikendalikan unit perencanaan-penganggaran",
                "Laporan, notula, atau catatan reviu/evaluasi rencana dan anggaran SPBE; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu berkesinambungan yang memuat masalah dan rekomendasi, Kepmen 962/2021 tidak mengatur usia maupun isinya. Cukup salah satu: reviu dan/atau evaluasi." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I13.5.a", basis = "permenpanrb-59-2020",
                  text = "Rencana dan anggaran tahun berikutnya diperbaiki sesuai hasil reviu/evaluasi." },
              },
              evidence = {
                "Catatan reviu/evaluasi rencana dan anggaran SPBE berisi rekomendasi dan tindak lanjut (undangan rapat atau analisis pembanding sebagai pelengkap)",
                "Dokumen rencana dan anggaran SPBE versi sebelumnya",
                "Dokumen rencana dan anggaran SPBE hasil penyempurnaan yang sudah ditetapkan",
                "Alternatif: bukti penguatan tata kelola sesuai rekomendasi (Pedoman 3/2024)",
              },
              note = "",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Pedoman memakai kata 'revisi', peraturan memakai 'perbaikan'." },
                { source = "pedoman-3-2024",
                  text = "Selain dokumen lama dan hasil penyempurnaan, bukti penguatan tata kelola sesuai rekomendasi juga diterima. Nilai 5 dipertahankan lewat reviu ulang beserta penyempurnaannya." },
              } },
          },
          sources = 5, confidence = "high",
          source_docs = {
            "permenpanrb-59-2020",
            "kepmenpanrb-962-2021",
            "pedoman-6-2023",
            "pedoman-3-2024",
            "seeder-kuesioner",
          },
        },

        -- I14 Inovasi Proses Bisnis
        { id = "I14", no = 14, kind = "process", weight = 2.5,
          name = "Tingkat Kematangan Inovasi Proses Bisnis SPBE",
          short_name = "Inovasi Proses Bisnis",
          aliases = { "Tingkat Kematangan Inovasi Proses Bisnis Terintegrasi Instansi Pemerintah" },
          definition = "Menilai dokumen proses bisnis instansi, perbaikannya sebagai inovasi, dan penerapannya dalam sistem elektronik. Proses bisnis harus selaras dengan arsitektur SPBE.",
          legal_basis = {
            "Perpres 95/2018 Pasal 23-25",
            "PermenPANRB 19/2018 (peta proses bisnis)",
          },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Konsultasi penyusunan: pusat kepada menteri PANRB, daerah juga kepada menteri dalam negeri (Pasal 25). Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Rintisan", baseline = true,
              criteria = {},
              evidence = {
                "Rancangan atau peta proses bisnis",
                "Notula, undangan, atau dokumentasi penyusunan",
              },
              note = "Garis dasar, nilai 1 tetap diberikan walau belum ada apa pun. Pembatas: dokumen proses bisnis belum ada, atau ada tetapi belum memenuhi standar." },
            { level = 2, name = "Terkelola",
              criteria = {
                { id = "I14.2.a", basis = "permenpanrb-59-2020",
                  text = "Dokumen proses bisnis tersedia." },
                { id = "I14.2.b", basis = "permenpanrb-59-2020",
                  text = "Dokumen proses bisnis memenuhi standar/pedoman penyusunan." },
              },
              evidence = {
                "Peta proses bisnis tiap level beserta pendukungnya sesuai pedoman",
              },
              note = "" },
            { level = 3, name = "Terdefinisi",
              criteria = {
                { id = "I14.3.a", basis = "permenpanrb-59-2020",
                  text = "Proses bisnis diperbaiki sebagai bentuk inovasi." },
                { id = "I14.3.b", basis = "permenpanrb-59-2020",
                  text = "Perbaikan membuat proses bisnis lebih efisien." },
              },
              evidence = {
                "Peta proses bisnis hasil perbaikan yang terdokumentasi formal",
              },
              note = "",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Tujuan 'lebih efisien' tidak lagi ditulis pada kriteria sejak Kepmen 962/2021." },
              } },
            { level = 4, name = "Terpadu dan Terukur",
              criteria = {
                { id = "I14.4.a", basis = "permenpanrb-59-2020",
                  text = "Inovasi proses bisnis diterapkan dalam sistem elektronik/aplikasi." },
                { id = "I14.4.b", basis = "permenpanrb-59-2020",
                  text = "Inovasi proses bisnis direviu dan/atau dievaluasi secara berkala." },
              },
              evidence = {
                "Dokumentasi model inovasi yang sudah berjalan di aplikasi, digambarkan dengan BPMN as-is dan to-be (Pedoman 3/2024)",
                "Laporan, notula, atau catatan reviu/evaluasi inovasi proses bisnis; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Inovasi dimaknai sebagai peralihan dari cara non-elektronik ke aplikasi, dan wajib digambarkan dengan BPMN." },
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu berkesinambungan yang memuat masalah dan rekomendasi, Kepmen 962/2021 tidak mengatur usia maupun isinya. Cukup salah satu: reviu dan/atau evaluasi." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I14.5.a", basis = "permenpanrb-59-2020",
                  text = "Inovasi proses bisnis di sistem elektronik diperbaiki sebagai tindak lanjut reviu/evaluasi." },
              },
              evidence = {
                "Catatan reviu/evaluasi inovasi proses bisnis berisi rekomendasi dan tindak lanjut (undangan rapat atau analisis pembanding sebagai pelengkap)",
                "Dokumen inovasi proses bisnis versi sebelumnya",
                "Dokumen inovasi proses bisnis hasil penyempurnaan yang sudah ditetapkan",
                "Alternatif: bukti penguatan tata kelola sesuai rekomendasi (Pedoman 3/2024)",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Selain dokumen lama dan hasil penyempurnaan, bukti penguatan tata kelola sesuai rekomendasi juga diterima. Nilai 5 dipertahankan lewat reviu ulang beserta penyempurnaannya." },
              } },
          },
          sources = 5, confidence = "high",
          source_docs = {
            "permenpanrb-59-2020",
            "kepmenpanrb-962-2021",
            "pedoman-6-2023",
            "pedoman-3-2024",
            "seeder-kuesioner",
          },
        },
      },
    },

    -- A3 Teknologi Informasi dan Komunikasi
    { id = "A3", no = 3, weight = 10,
      name = "Teknologi Informasi dan Komunikasi",
      indicators = {

        -- I15 Pembangunan Aplikasi SPBE
        { id = "I15", no = 15, kind = "process", weight = 2.5,
          name = "Tingkat Kematangan Pembangunan Aplikasi SPBE",
          short_name = "Pembangunan Aplikasi SPBE",
          definition = "Menilai praktik pembangunan aplikasi: kepatuhan pada siklus, konsultasi dengan unit TIK, keterpaduan, dan pengembangan lanjutan.",
          legal_basis = { "Perpres 95/2018 Pasal 34-39" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Rintisan", baseline = true,
              criteria = {},
              evidence = {
                "Dokumentasi, notula, atau undangan rapat pembangunan aplikasi",
              },
              note = "Garis dasar, nilai 1 tetap diberikan walau belum ada apa pun. Pembatas: pembangunan sewaktu-waktu tanpa rencana dan belum memenuhi siklus pembangunan aplikasi." },
            { level = 2, name = "Terkelola",
              criteria = {
                { id = "I15.2.a", basis = "permenpanrb-59-2020",
                  text = "Pembangunan aplikasi mengikuti tahapan siklus pembangunan aplikasi." },
              },
              evidence = {
                "Dokumentasi formal pembangunan aplikasi yang mencakup tahapan siklus",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Siklus minimal: perencanaan, analisis, desain, implementasi, pemeliharaan; deskripsi memerinci tujuh tahap termasuk uji kelaikan dan evaluasi." },
              } },
            { level = 3, name = "Terdefinisi",
              criteria = {
                { id = "I15.3.a", basis = "permenpanrb-59-2020",
                  text = "Pembangunan aplikasi dikonsultasikan kepada unit pengelola TIK." },
              },
              evidence = {
                "Dokumentasi siklus pembangunan yang formal",
                "Catatan pembahasan antara unit pengusul dan unit TIK",
              },
              note = "" },
            { level = 4, name = "Terpadu dan Terukur",
              criteria = {
                { id = "I15.4.a", basis = "permenpanrb-59-2020",
                  text = "Pembangunan aplikasi di instansi sudah terpadu." },
                { id = "I15.4.b", basis = "permenpanrb-59-2020",
                  text = "Unit pengelola TIK mengendalikan pembangunan aplikasi." },
                { id = "I15.4.c", basis = "permenpanrb-59-2020",
                  text = "Pembangunan aplikasi direviu dan/atau dievaluasi secara berkala." },
              },
              evidence = {
                "Dokumentasi pembangunan aplikasi yang dikendalikan unit TIK",
                "Laporan, notula, atau catatan reviu/evaluasi pembangunan aplikasi; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu berkesinambungan yang memuat masalah dan rekomendasi, Kepmen 962/2021 tidak mengatur usia maupun isinya. Cukup salah satu: reviu dan/atau evaluasi." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I15.5.a", basis = "permenpanrb-59-2020",
                  text = "Aplikasi dikembangkan secara optimal agar efektif dan efisien menghadapi perubahan lingkungan, teknologi, dan kebutuhan instansi." },
                { id = "I15.5.b", basis = "permenpanrb-59-2020",
                  text = "Pengembangan aplikasi merupakan tindak lanjut hasil reviu/evaluasi." },
              },
              evidence = {
                "Catatan reviu/evaluasi pengembangan aplikasi berisi rekomendasi dan tindak lanjut (undangan rapat penyempurnaan sebagai pelengkap)",
                "Dokumen pengembangan aplikasi versi sebelumnya",
                "Dokumen pengembangan aplikasi hasil penyempurnaan yang sudah ditetapkan",
                "Alternatif: bukti penguatan tata kelola sesuai rekomendasi (Pedoman 3/2024)",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Selain dokumen lama dan hasil penyempurnaan, bukti penguatan tata kelola sesuai rekomendasi juga diterima. Nilai 5 dipertahankan lewat reviu ulang beserta penyempurnaannya." },
              } },
          },
          sources = 5, confidence = "high",
          source_docs = {
            "permenpanrb-59-2020",
            "kepmenpanrb-962-2021",
            "pedoman-6-2023",
            "pedoman-3-2024",
            "seeder-kuesioner",
          },
        },

        -- I16 Layanan Pusat Data
        { id = "I16", no = 16, kind = "process", weight = 2.5,
          name = "Tingkat Kematangan Layanan Pusat Data",
          short_name = "Layanan Pusat Data",
          aliases = { "Tingkat Kematangan Layanan Pusat Data Instansi Pusat/Pemerintah Daerah" },
          definition = "Menilai ketersediaan dan pemakaian layanan pusat data, baik fisik maupun awan, untuk penyimpanan, pengolahan, serta pemulihan data.",
          legal_basis = { "Perpres 95/2018 Pasal 27-30" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Rintisan", baseline = true,
              criteria = {},
              evidence = {
                "Dokumentasi pemakaian atau pembangunan pusat data",
                "SOP, notula, atau undangan rapat terkait",
              },
              note = "Garis dasar, nilai 1 tetap diberikan walau belum ada apa pun. Layanan pusat data belum atau sudah tersedia." },
            { level = 2, name = "Terkelola",
              criteria = {
                { id = "I16.2.a", basis = "permenpanrb-59-2020",
                  text = "Layanan pusat data tersedia." },
                { id = "I16.2.b", basis = "kepmenpanrb-962-2021", guideline_only = true, from = 2021,
                  text = "Layanan pusat data dipakai oleh sedikitnya sebagian unit kerja." },
              },
              evidence = {
                "Dokumentasi operasional dan pemakaian oleh sebagian unit, dan/atau SOP",
              },
              note = "Pembatas: bila belum dipakai seluruh unit kerja, nilai berhenti di 2.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Peraturan hanya menyebut 'tidak/belum' digunakan oleh seluruh unit kerja; sejak Kepmen 962/2021 kriterianya menegaskan 'sebagian'." },
              } },
            { level = 3, name = "Terdefinisi",
              criteria = {
                { id = "I16.3.a", basis = "permenpanrb-59-2020",
                  text = "Layanan pusat data dipakai oleh seluruh unit kerja." },
                { id = "I16.3.b", basis = "permenpanrb-59-2020",
                  text = "Prosedur baku pengoperasian (SOP) layanan pusat data tersedia." },
              },
              evidence = {
                "Dokumen operasional seperti SOP atau SLA",
                "Bukti utilisasi pusat data oleh seluruh unit kerja",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Cakupan 'seluruh unit' dapat dibuktikan dari populasi unit kerja, atau dengan membandingkan capaian terhadap target cakupan tahun itu. Pedoman 6/2023 merujuk jumlah rencana kerja dan target." },
              } },
            { level = 4, name = "Terpadu dan Terukur",
              criteria = {
                { id = "I16.4.a", basis = "permenpanrb-59-2020",
                  text = "Layanan pusat data terhubung dengan Pusat Data Nasional atau pusat data instansi lain, dan/atau memakai layanan Pusat Data Nasional." },
                { id = "I16.4.b", basis = "permenpanrb-59-2020",
                  text = "Pemakaian layanan pusat data direviu dan/atau dievaluasi secara berkala." },
              },
              evidence = {
                "Dokumentasi pemakaian, SOP, dan interkoneksi dengan pusat data lain",
                "Laporan, notula, atau catatan reviu/evaluasi layanan pusat data; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu berkesinambungan yang memuat masalah dan rekomendasi, Kepmen 962/2021 tidak mengatur usia maupun isinya. Cukup salah satu: reviu dan/atau evaluasi." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I16.5.a", basis = "permenpanrb-59-2020",
                  text = "Hasil reviu/evaluasi ditindaklanjuti dengan perbaikan layanan pusat data." },
              },
              evidence = {
                "Catatan reviu/evaluasi layanan pusat data berisi rekomendasi dan tindak lanjut (undangan rapat atau analisis pembanding sebagai pelengkap)",
                "Dokumen layanan pusat data versi sebelumnya",
                "Dokumen layanan pusat data hasil penyempurnaan yang sudah ditetapkan",
                "Alternatif: bukti penguatan tata kelola sesuai rekomendasi (Pedoman 3/2024)",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Selain dokumen lama dan hasil penyempurnaan, bukti penguatan tata kelola sesuai rekomendasi juga diterima. Nilai 5 dipertahankan lewat reviu ulang beserta penyempurnaannya." },
              } },
          },
          sources = 5, confidence = "high",
          source_docs = {
            "permenpanrb-59-2020",
            "kepmenpanrb-962-2021",
            "pedoman-6-2023",
            "pedoman-3-2024",
            "seeder-kuesioner",
          },
        },

        -- I17 Layanan Jaringan Intra
        -- Level 5: only the guides of 2023 and 2024 ask for the national network (see
        -- known_conflicts).
        { id = "I17", no = 17, kind = "process", weight = 2.5,
          name = "Tingkat Kematangan Layanan Jaringan Intra Instansi Pusat/Pemerintah Daerah",
          short_name = "Layanan Jaringan Intra",
          definition = "Menilai penerapan jaringan tertutup yang menghubungkan simpul di dalam instansi. Jaringan fisik boleh dibangun sendiri atau memakai penyedia jasa.",
          legal_basis = { "Perpres 95/2018 Pasal 27, 31, dan 32" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Rintisan", baseline = true,
              criteria = {},
              evidence = {
                "Notula atau laporan pembangunan/pengoperasian jaringan intra",
                "Undangan rapat terkait",
              },
              note = "Garis dasar, nilai 1 tetap diberikan walau belum ada apa pun. Jaringan intra belum ada atau masih sementara." },
            { level = 2, name = "Terkelola",
              criteria = {
                { id = "I17.2.a", basis = "permenpanrb-59-2020",
                  text = "Layanan jaringan intra tersedia." },
                { id = "I17.2.b", basis = "kepmenpanrb-962-2021", guideline_only = true, from = 2021,
                  text = "Jaringan intra diterapkan pada sedikitnya sebagian unit kerja." },
              },
              evidence = {
                "Dokumentasi operasional dan pemakaian pada sebagian unit, dan/atau SOP",
              },
              note = "Pembatas: bila belum diterapkan di seluruh unit kerja, nilai berhenti di 2.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Peraturan hanya menyebut 'tidak/belum' diterapkan di seluruh unit kerja; sejak Kepmen 962/2021 kriterianya menegaskan 'sebagian'." },
              } },
            { level = 3, name = "Terdefinisi",
              criteria = {
                { id = "I17.3.a", basis = "permenpanrb-59-2020",
                  text = "Jaringan intra diterapkan pada seluruh unit kerja." },
              },
              evidence = {
                "Dokumen operasional seperti SOP atau SLA",
                "Bukti utilisasi jaringan intra oleh seluruh unit kerja",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Cakupan 'seluruh unit' dapat dibuktikan dari populasi unit kerja, atau dengan membandingkan capaian terhadap target cakupan tahun itu. Pedoman 6/2023 merujuk jumlah rencana kerja dan target." },
              } },
            { level = 4, name = "Terpadu dan Terukur",
              criteria = {
                { id = "I17.4.a", basis = "permenpanrb-59-2020",
                  text = "Jaringan intra terhubung dengan Jaringan Intra Pemerintah dan/atau jaringan intra instansi lain." },
                { id = "I17.4.b", basis = "permenpanrb-59-2020",
                  text = "Layanan jaringan intra direviu dan/atau dievaluasi secara berkala." },
              },
              evidence = {
                "Dokumentasi pengoperasian dan/atau SOP jaringan yang saling terhubung",
                "Laporan, notula, atau catatan reviu/evaluasi layanan jaringan intra; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu berkesinambungan yang memuat masalah dan rekomendasi, Kepmen 962/2021 tidak mengatur usia maupun isinya. Cukup salah satu: reviu dan/atau evaluasi." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I17.5.a", basis = "permenpanrb-59-2020",
                  text = "Hasil reviu/evaluasi ditindaklanjuti dengan perbaikan layanan jaringan intra." },
                { id = "I17.5.b", basis = "pedoman-6-2023", guideline_only = true, from = 2023,
                  text = "Jaringan intra terhubung dengan Jaringan Intra Pemerintah tingkat nasional." },
              },
              evidence = {
                "Catatan reviu/evaluasi pengoperasian jaringan intra berisi rekomendasi dan tindak lanjut (undangan rapat atau analisis pembanding sebagai pelengkap)",
                "Dokumen pengoperasian jaringan intra versi sebelumnya",
                "Dokumen pengoperasian jaringan intra hasil penyempurnaan yang sudah ditetapkan dan terhubung dengan Jaringan Intra Pemerintah tingkat nasional",
                "Alternatif: bukti penguatan tata kelola sesuai rekomendasi (Pedoman 3/2024)",
              },
              note = "Syarat hubungan nasional tidak ada pada peraturan maupun Kepmen 962/2021.",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Selain dokumen lama dan hasil penyempurnaan, bukti penguatan tata kelola sesuai rekomendasi juga diterima. Nilai 5 dipertahankan lewat reviu ulang beserta penyempurnaannya." },
              } },
          },
          sources = 5, confidence = "high",
          source_docs = {
            "permenpanrb-59-2020",
            "kepmenpanrb-962-2021",
            "pedoman-6-2023",
            "pedoman-3-2024",
            "seeder-kuesioner",
          },
        },

        -- I18 Sistem Penghubung Layanan
        -- Level 5: only the guides of 2023 and 2024 ask for the national link (see
        -- known_conflicts).
        { id = "I18", no = 18, kind = "process", weight = 2.5,
          name = "Tingkat Kematangan Penggunaan Sistem Penghubung Layanan Instansi Pusat/Pemerintah Daerah",
          short_name = "Sistem Penghubung Layanan",
          aliases = { "Tingkat Kematangan Penggunaan Sistem Penghubung Layanan Pemerintah" },
          definition = "Menilai pemakaian perangkat integrasi untuk pertukaran layanan SPBE, dari sebagian unit sampai terhubung lintas instansi.",
          legal_basis = { "Perpres 95/2018 Pasal 27 dan 33" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Rintisan", baseline = true,
              criteria = {},
              evidence = {
                "Tautan, tangkapan layar, atau dokumentasi integrasi aplikasi/data",
                "Notula atau undangan rapat penerapan",
              },
              note = "Garis dasar, nilai 1 tetap diberikan walau belum ada apa pun. Sistem penghubung layanan belum atau sudah tersedia." },
            { level = 2, name = "Terkelola",
              criteria = {
                { id = "I18.2.a", basis = "permenpanrb-59-2020",
                  text = "Sistem penghubung layanan tersedia." },
                { id = "I18.2.b", basis = "kepmenpanrb-962-2021", guideline_only = true, from = 2021,
                  text = "Sistem penghubung diterapkan pada sedikitnya sebagian unit kerja." },
              },
              evidence = {
                "Dokumentasi operasional dan tangkapan layar integrasi pada sebagian unit",
              },
              note = "Pembatas: bila belum diterapkan di seluruh unit kerja, nilai berhenti di 2.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Peraturan hanya menyebut 'tidak/belum' diterapkan di seluruh unit kerja; sejak Kepmen 962/2021 kriterianya menegaskan 'sebagian'." },
              } },
            { level = 3, name = "Terdefinisi",
              criteria = {
                { id = "I18.3.a", basis = "permenpanrb-59-2020",
                  text = "Sistem penghubung diterapkan pada seluruh unit kerja." },
              },
              evidence = {
                "Dokumen operasional seperti SOP atau SLA",
                "Daftar API pada service bus, diagram arsitektur aplikasi, dan bukti utilisasi seluruh unit",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Cakupan 'seluruh unit' dapat dibuktikan dari populasi unit kerja, atau dengan membandingkan capaian terhadap target cakupan tahun itu. Pedoman 6/2023 merujuk jumlah rencana kerja dan target." },
              } },
            { level = 4, name = "Terpadu dan Terukur",
              criteria = {
                { id = "I18.4.a", basis = "permenpanrb-59-2020",
                  text = "Sistem penghubung terintegrasi dengan Sistem Penghubung Layanan Pemerintah (SPLP) dan/atau sistem penghubung instansi lain." },
                { id = "I18.4.b", basis = "permenpanrb-59-2020",
                  text = "Sistem penghubung direviu dan/atau dievaluasi secara berkala." },
              },
              evidence = {
                "Tautan/dokumentasi hubungan dengan sistem penghubung lain dan/atau SOP integrasi",
                "Laporan, notula, atau catatan reviu/evaluasi penggunaan sistem penghubung layanan; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Kriteria pedoman hanya menyebut sistem penghubung instansi lain; pilihan SPLP kembali muncul pada uraian pemenuhan sejak Pedoman 6/2023." },
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu berkesinambungan yang memuat masalah dan rekomendasi, Kepmen 962/2021 tidak mengatur usia maupun isinya. Cukup salah satu: reviu dan/atau evaluasi." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I18.5.a", basis = "permenpanrb-59-2020",
                  text = "Hasil reviu/evaluasi ditindaklanjuti dengan perbaikan sistem penghubung layanan." },
                { id = "I18.5.b", basis = "pedoman-6-2023", guideline_only = true, from = 2023,
                  text = "Sistem penghubung terintegrasi dengan SPLP tingkat nasional." },
              },
              evidence = {
                "Catatan reviu/evaluasi sistem penghubung layanan berisi rekomendasi dan tindak lanjut (undangan rapat atau analisis pembanding sebagai pelengkap)",
                "Tautan atau tangkapan layar sistem penghubung layanan sebelum penyempurnaan",
                "Tautan atau tangkapan layar sistem penghubung layanan sesudah penyempurnaan",
                "Alternatif: bukti penguatan tata kelola sesuai rekomendasi (Pedoman 3/2024)",
              },
              note = "Syarat integrasi nasional tidak ada pada peraturan maupun Kepmen 962/2021.",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Selain dokumen lama dan hasil penyempurnaan, bukti penguatan tata kelola sesuai rekomendasi juga diterima. Nilai 5 dipertahankan lewat reviu ulang beserta penyempurnaannya." },
              } },
          },
          sources = 5, confidence = "medium",
          source_docs = {
            "permenpanrb-59-2020",
            "kepmenpanrb-962-2021",
            "pedoman-6-2023",
            "pedoman-3-2024",
            "seeder-kuesioner",
          },
          confidence_note = "Rumusan mitra integrasi tingkat 4 dan syarat nasional tingkat 5 berbeda antara peraturan dan pedoman." },
      },
    },

    -- A4 Penyelenggara SPBE
    { id = "A4", no = 4, weight = 5,
      name = "Penyelenggara SPBE",
      aliases = { "Penyelenggaraan SPBE" },
      indicators = {

        -- I19 Pelaksanaan Tim Koordinasi SPBE
        { id = "I19", no = 19, kind = "process", weight = 2.5,
          name = "Tingkat Kematangan Pelaksanaan Tim Koordinasi SPBE Instansi Pusat/Pemerintah Daerah",
          short_name = "Pelaksanaan Tim Koordinasi SPBE",
          aliases = { "Tingkat Kematangan Tim Koordinasi SPBE Instansi Pusat/Pemerintah Daerah" },
          definition = "Menilai apakah Tim Koordinasi SPBE menjalankan tugas dan program kerjanya, mengomunikasikannya ke semua unit, dan memperbaikinya.",
          legal_basis = { "Perpres 95/2018 Pasal 60 dan 61 (koordinator SPBE)" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Pedoman 3/2024: tim dikoordinasikan sekretaris instansi; sebelumnya dipimpin koordinator yang ditunjuk pimpinan. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Rintisan", baseline = true,
              criteria = {},
              evidence = {
                "Notula, undangan, atau dokumentasi pembentukan tim",
              },
              note = "Garis dasar, nilai 1 tetap diberikan walau belum ada apa pun. Pembatas: tugas dijalankan sewaktu-waktu tanpa rencana." },
            { level = 2, name = "Terkelola",
              criteria = {
                { id = "I19.2.a", basis = "permenpanrb-59-2020",
                  text = "Tim Koordinasi SPBE sudah dibentuk." },
                { id = "I19.2.b", basis = "permenpanrb-59-2020",
                  text = "Tugas/program kerja tim dijalankan sesuai rencana." },
              },
              evidence = {
                "Dokumentasi, foto, atau tangkapan layar pelaksanaan sebagian program kerja",
              },
              note = "Pembatas: bila belum semua tugas/program kerja terlaksana, nilai berhenti di 2." },
            { level = 3, name = "Terdefinisi",
              criteria = {
                { id = "I19.3.a", basis = "permenpanrb-59-2020",
                  text = "Seluruh tugas/program kerja tim sudah dilaksanakan." },
              },
              evidence = {
                "Dokumentasi pelaksanaan keseluruhan tugas sesuai penetapan tim",
              },
              note = "Pembatas: bila belum dikomunikasikan ke semua unit kerja terkait, nilai berhenti di 3.",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Pelaksanaan diukur terhadap tugas dan fungsi tim atau rencana kerja/Peta Rencana SPBE." },
              } },
            { level = 4, name = "Terpadu dan Terukur",
              criteria = {
                { id = "I19.4.a", basis = "permenpanrb-59-2020",
                  text = "Program kerja tim dikomunikasikan/dikoordinasikan ke semua unit kerja terkait." },
                { id = "I19.4.b", basis = "permenpanrb-59-2020",
                  text = "Tugas/program kerja tim direviu dan/atau dievaluasi." },
              },
              evidence = {
                "Dokumentasi rapat koordinasi dengan seluruh unit kerja",
                "Laporan, notula, atau catatan reviu/evaluasi tugas/program kerja tim; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu berkesinambungan yang memuat masalah dan rekomendasi, Kepmen 962/2021 tidak mengatur usia maupun isinya. Cukup salah satu: reviu dan/atau evaluasi." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I19.5.a", basis = "permenpanrb-59-2020",
                  text = "Tugas/program kerja tim diperbaiki sesuai hasil reviu/evaluasi." },
                { id = "I19.5.b", basis = "permenpanrb-59-2020",
                  text = "Pelaksanaan tugas/program kerja tim ikut diperbaiki." },
              },
              evidence = {
                "Catatan reviu/evaluasi tugas/program kerja tim berisi rekomendasi dan tindak lanjut, beserta undangan rapat peningkatan kinerja tim",
                "Dokumentasi tugas/program kerja tim sebelum peningkatan",
                "Dokumentasi tugas/program kerja tim sesudah peningkatan",
                "Alternatif: bukti penguatan tata kelola sesuai rekomendasi (Pedoman 3/2024)",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Selain dokumen lama dan hasil penyempurnaan, bukti penguatan tata kelola sesuai rekomendasi juga diterima. Nilai 5 dipertahankan lewat reviu ulang beserta penyempurnaannya." },
              } },
          },
          sources = 5, confidence = "high",
          source_docs = {
            "permenpanrb-59-2020",
            "kepmenpanrb-962-2021",
            "pedoman-6-2023",
            "pedoman-3-2024",
            "seeder-kuesioner",
          },
        },

        -- I20 Kolaborasi Penerapan SPBE
        { id = "I20", no = 20, kind = "process", weight = 2.5,
          name = "Tingkat Kematangan Kolaborasi Penerapan SPBE",
          short_name = "Kolaborasi Penerapan SPBE",
          definition = "Menilai kerja sama antarunit kerja dalam menerapkan SPBE, mulai dari yang spontan hingga terpadu di bawah koordinasi pimpinan. Pedoman 6/2023 dan 3/2024 menamainya Forum Kolaborasi SPBE.",
          legal_basis = {
            "Tidak ada pasal khusus; Forum Kolaborasi SPBE disebut dalam Rencana Induk (Lampiran Perpres 95/2018) untuk pemerintah dan nonpemerintah",
          },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Koordinasi tingkat 4 oleh menteri/kepala lembaga atau sekretarisnya (pusat), kepala daerah atau sekretaris daerah (daerah). Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Rintisan", baseline = true,
              criteria = {},
              evidence = {
                "Notula, undangan, atau dokumentasi pembentukan kolaborasi/forum",
              },
              note = "Garis dasar, nilai 1 tetap diberikan walau belum ada apa pun. Pembatas: kolaborasi spontan atau tanpa rencana." },
            { level = 2, name = "Terkelola",
              criteria = {
                { id = "I20.2.a", basis = "permenpanrb-59-2020",
                  text = "Kolaborasi antarunit kerja dilaksanakan sesuai rencana." },
              },
              evidence = {
                "Dokumentasi kolaborasi sesuai rencana, notula, atau undangan",
              },
              note = "Pembatas: bila kolaborasi belum dibentuk secara formal, nilai berhenti di 2." },
            { level = 3, name = "Terdefinisi",
              criteria = {
                { id = "I20.3.a", basis = "permenpanrb-59-2020",
                  text = "Kolaborasi dijalankan oleh tim yang dibentuk secara formal." },
                { id = "I20.3.b", basis = "kepmenpanrb-962-2021", guideline_only = true, from = 2021,
                  text = "Tim atau forum kolaborasi mengadakan pertemuan secara rutin." },
              },
              evidence = {
                "Dokumentasi penetapan dan kegiatan rutin forum/tim kolaborasi",
              },
              note = "Pembatas: bila kolaborasi baru per kegiatan dan belum meliputi seluruh unit, nilai berhenti di 3.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Uraian pemenuhan semua pedoman menambah pertemuan rutin (kriteria b); peraturan tidak menyebutnya." },
                { source = "pedoman-6-2023",
                  text = "Istilahnya menjadi Forum Kolaborasi SPBE." },
              } },
            { level = 4, name = "Terpadu dan Terukur",
              criteria = {
                { id = "I20.4.a", basis = "permenpanrb-59-2020",
                  text = "Kolaborasi berjalan terpadu pada seluruh unit kerja." },
                { id = "I20.4.b", basis = "permenpanrb-59-2020",
                  text = "Kolaborasi dikoordinasikan pimpinan instansi atau sekretarisnya." },
                { id = "I20.4.c", basis = "permenpanrb-59-2020",
                  text = "Kolaborasi direviu dan/atau dievaluasi." },
              },
              evidence = {
                "Dokumentasi rapat koordinasi forum dengan seluruh unit kerja",
                "Laporan, notula, atau catatan reviu/evaluasi kolaborasi SPBE; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Uraian pemenuhan semua pedoman meminta reviu/evaluasi secara berkala; peraturan tidak menyebut waktunya." },
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu berkesinambungan yang memuat masalah dan rekomendasi, Kepmen 962/2021 tidak mengatur usia maupun isinya. Cukup salah satu: reviu dan/atau evaluasi." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I20.5.a", basis = "permenpanrb-59-2020",
                  text = "Pelaksanaan kolaborasi diperbaiki sesuai hasil reviu/evaluasi." },
              },
              evidence = {
                "Catatan reviu/evaluasi pelaksanaan kolaborasi SPBE berisi rekomendasi dan tindak lanjut, beserta undangan rapat kolaborasi",
                "Dokumentasi pelaksanaan kolaborasi SPBE sebelum perbaikan",
                "Dokumentasi pelaksanaan kolaborasi SPBE sesudah perbaikan",
                "Alternatif: bukti penguatan tata kelola sesuai rekomendasi (Pedoman 3/2024)",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Selain dokumen lama dan hasil penyempurnaan, bukti penguatan tata kelola sesuai rekomendasi juga diterima. Nilai 5 dipertahankan lewat reviu ulang beserta penyempurnaannya." },
              } },
          },
          sources = 5, confidence = "high",
          source_docs = {
            "permenpanrb-59-2020",
            "kepmenpanrb-962-2021",
            "pedoman-6-2023",
            "pedoman-3-2024",
            "seeder-kuesioner",
          },
        },
      },
    },
  },
}
