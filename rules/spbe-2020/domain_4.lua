--- Domain 4, Layanan SPBE: indicators I32 to I47.
--
-- Structure, weights and criteria: PermenPANRB 59/2020, Lampiran. Criteria marked guideline_only
-- and the evidence: Kepmen PANRB 962/2021, Pedoman 6/2023, Pedoman 3/2024 (documents S1 to S4 of
-- notes.lua). Written in our own words; the official texts bind.
--
-- from, until: first and last year in which a criterion that only a guide brought counts.
-- note: what limits a level; it is not a criterion. evidence: examples of what assessors accept.
-- sources: in how many documents the five levels read alike; source_docs: which.
return {
  id = "D4", no = 4, weight = 45.5,
  name = "Layanan SPBE",
  aspects = {

    -- A7 Layanan Administrasi Pemerintahan Berbasis Elektronik
    { id = "A7", no = 7, weight = 27.5,
      name = "Layanan Administrasi Pemerintahan Berbasis Elektronik",
      indicators = {

        -- I32 Layanan Perencanaan
        { id = "I32", no = 32, kind = "service", weight = 2.75,
          name = "Tingkat Kematangan Layanan Perencanaan",
          short_name = "Layanan Perencanaan",
          definition = "Menilai kemampuan fungsi layanan elektronik yang mendukung perencanaan kegiatan instansi. Satu atau beberapa aplikasi boleh dinilai bersama.",
          legal_basis = { "Perpres 95/2018 Pasal 42-43, 63, dan 64" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Informasi", baseline = true,
              criteria = {
                { id = "I32.1.a", basis = "permenpanrb-59-2020",
                  text = "Layanan elektronik menyajikan informasi perencanaan kegiatan, sedikitnya satu arah." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan informasi perencanaan kegiatan, contoh: jumlah laporan rencana kegiatan",
              },
              note = "Garis dasar: instansi tanpa layanan ini pun memperoleh nilai 1. Kriteria a baru menentukan untuk tingkat 2 ke atas." },
            { level = 2, name = "Interaksi",
              criteria = {
                { id = "I32.2.a", basis = "permenpanrb-59-2020",
                  text = "Pengguna dapat berinteraksi, minimal lewat pencarian, unggah, atau unduh dokumen perencanaan." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan fitur pencarian, unggah, dan/atau unduh",
              },
              note = "" },
            { level = 3, name = "Transaksi",
              criteria = {
                { id = "I32.3.a", basis = "permenpanrb-59-2020",
                  text = "Sistem memproses transaksi data perencanaan kegiatan, tidak sekadar unggah dan unduh." },
                { id = "I32.3.b", basis = "permenpanrb-59-2020",
                  text = "Sistem menanggapi pengguna lewat validasi, persetujuan, alur kerja otomatis, analitik, atau fungsi sejenis, contoh: persetujuan dan validasi rencana kegiatan." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan alur transaksi, validasi, persetujuan, dan/atau analitik data",
              },
              note = "Peraturan dan pedoman memberi contoh fungsi ('seperti', 'dan/atau'), bukan daftar wajib.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh 'otomasi alur kerja' pada peraturan tidak dicantumkan lagi." },
              } },
            { level = 4, name = "Kolaborasi",
              criteria = {
                { id = "I32.4.a", basis = "permenpanrb-59-2020",
                  text = "Layanan terintegrasi atau berbagi data dengan layanan SPBE lain, contoh: penganggaran, keuangan, pengadaan, atau layanan perencanaan instansi lain." },
              },
              evidence = {
                "Arsitektur aplikasi, repositori API, atau dokumentasi integrasi layanan/middleware/basis data",
              },
              note = "Satu integrasi yang berjalan sudah memenuhi: naskah memberi contoh dengan 'dan/atau'. Menurut peraturan, integrasi boleh horizontal (layanan yang berbeda) atau vertikal (layanan sejenis secara berjenjang).",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh mitra integrasi pada uraian pemenuhan: penganggaran, keuangan." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I32.5.a", basis = "permenpanrb-59-2020",
                  text = "Layanan direviu dan/atau dievaluasi terhadap perubahan lingkungan, regulasi, teknologi, atau kebutuhan instansi." },
                { id = "I32.5.b", basis = "permenpanrb-59-2020",
                  text = "Layanan diperbaiki berdasarkan hasil reviu/evaluasi tersebut." },
              },
              evidence = {
                "Bukti fitur atau layanan yang ditingkatkan, atau penguatan kebijakan, tata kelola, dan help desk layanan",
                "Atau bukti terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi (Pedoman 3/2024)",
                "Laporan, notula, atau catatan reviu/evaluasi layanan perencanaan; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "Perbaikan dapat berupa pengembangan fungsi layanan; sejak Pedoman 6/2023 juga penguatan kebijakan, perbaikan tata kelola, dan help desk; sejak Pedoman 3/2024 juga hubungan ke portal.",
              differences = {
                { source = "pedoman-6-2023",
                  text = "Bukti optimalisasi boleh berupa penguatan kebijakan, perbaikan tata kelola, dan help desk layanan; Kepmen 962/2021 hanya meminta peningkatan fungsi." },
                { source = "pedoman-3-2024",
                  text = "Pilihan pemenuhan ditambah: terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi. Nilai 5 dipertahankan dengan reviu fungsi layanan dan tindak lanjutnya." },
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu yang berkesinambungan, Kepmen 962/2021 tidak menyebut usia dan hanya meminta rekomendasi tindak lanjut. Evaluasi atau reviu sama-sama diterima." },
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

        -- I33 Layanan Penganggaran
        { id = "I33", no = 33, kind = "service", weight = 2.75,
          name = "Tingkat Kematangan Layanan Penganggaran",
          short_name = "Layanan Penganggaran",
          definition = "Menilai kemampuan fungsi layanan elektronik yang mendukung penganggaran kegiatan instansi.",
          legal_basis = { "Perpres 95/2018 Pasal 42-43, 63, dan 64" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Informasi", baseline = true,
              criteria = {
                { id = "I33.1.a", basis = "permenpanrb-59-2020",
                  text = "Layanan elektronik menyajikan informasi penganggaran kegiatan, sedikitnya satu arah." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan informasi penganggaran kegiatan, contoh: jumlah laporan anggaran",
              },
              note = "Garis dasar: instansi tanpa layanan ini pun memperoleh nilai 1. Kriteria a baru menentukan untuk tingkat 2 ke atas." },
            { level = 2, name = "Interaksi",
              criteria = {
                { id = "I33.2.a", basis = "permenpanrb-59-2020",
                  text = "Pengguna dapat berinteraksi, minimal lewat pencarian, unggah, atau unduh dokumen penganggaran." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan fitur pencarian, unggah, dan/atau unduh",
              },
              note = "" },
            { level = 3, name = "Transaksi",
              criteria = {
                { id = "I33.3.a", basis = "permenpanrb-59-2020",
                  text = "Sistem memproses transaksi data penganggaran kegiatan, tidak sekadar unggah dan unduh." },
                { id = "I33.3.b", basis = "permenpanrb-59-2020",
                  text = "Sistem menanggapi pengguna lewat validasi, persetujuan, alur kerja otomatis, analitik, atau fungsi sejenis, contoh: persetujuan dan validasi anggaran kegiatan." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan alur transaksi, validasi, persetujuan, dan/atau analitik data",
              },
              note = "Peraturan dan pedoman memberi contoh fungsi ('seperti', 'dan/atau'), bukan daftar wajib.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh 'otomasi alur kerja' pada peraturan tidak dicantumkan lagi." },
                { source = "kepmenpanrb-962-2021",
                  text = "Salah ketik: kriteria pedoman menulis 'perencanaan' alih-alih 'penganggaran'; peraturan sudah benar." },
              } },
            { level = 4, name = "Kolaborasi",
              criteria = {
                { id = "I33.4.a", basis = "permenpanrb-59-2020",
                  text = "Layanan terintegrasi atau berbagi data dengan layanan SPBE lain, contoh: perencanaan, keuangan, pengadaan, atau layanan penganggaran instansi lain." },
              },
              evidence = {
                "Arsitektur aplikasi, repositori API, atau dokumentasi integrasi layanan/middleware/basis data",
              },
              note = "Satu integrasi yang berjalan sudah memenuhi: naskah memberi contoh dengan 'dan/atau'. Menurut peraturan, integrasi boleh horizontal (layanan yang berbeda) atau vertikal (layanan sejenis secara berjenjang).",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh mitra integrasi pada uraian pemenuhan: perencanaan, keuangan." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I33.5.a", basis = "permenpanrb-59-2020",
                  text = "Layanan direviu dan/atau dievaluasi terhadap perubahan lingkungan, regulasi, teknologi, atau kebutuhan instansi." },
                { id = "I33.5.b", basis = "permenpanrb-59-2020",
                  text = "Layanan diperbaiki berdasarkan hasil reviu/evaluasi tersebut." },
              },
              evidence = {
                "Bukti fitur atau layanan yang ditingkatkan, atau penguatan kebijakan, tata kelola, dan help desk layanan",
                "Atau bukti terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi (Pedoman 3/2024)",
                "Laporan, notula, atau catatan reviu/evaluasi layanan penganggaran; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "Perbaikan dapat berupa pengembangan fungsi layanan; sejak Pedoman 6/2023 juga penguatan kebijakan, perbaikan tata kelola, dan help desk; sejak Pedoman 3/2024 juga hubungan ke portal.",
              differences = {
                { source = "pedoman-6-2023",
                  text = "Bukti optimalisasi boleh berupa penguatan kebijakan, perbaikan tata kelola, dan help desk layanan; Kepmen 962/2021 hanya meminta peningkatan fungsi." },
                { source = "pedoman-3-2024",
                  text = "Pilihan pemenuhan ditambah: terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi. Nilai 5 dipertahankan dengan reviu fungsi layanan dan tindak lanjutnya." },
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu yang berkesinambungan, Kepmen 962/2021 tidak menyebut usia dan hanya meminta rekomendasi tindak lanjut. Evaluasi atau reviu sama-sama diterima." },
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

        -- I34 Layanan Keuangan
        { id = "I34", no = 34, kind = "service", weight = 2.75,
          name = "Tingkat Kematangan Layanan Keuangan",
          short_name = "Layanan Keuangan",
          definition = "Menilai kemampuan fungsi layanan elektronik yang mendukung pengelolaan keuangan instansi.",
          legal_basis = { "Perpres 95/2018 Pasal 42-43" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Informasi", baseline = true,
              criteria = {
                { id = "I34.1.a", basis = "permenpanrb-59-2020",
                  text = "Layanan elektronik menyajikan informasi keuangan, sedikitnya satu arah." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan informasi keuangan, contoh: laporan keuangan triwulanan",
              },
              note = "Garis dasar: instansi tanpa layanan ini pun memperoleh nilai 1. Kriteria a baru menentukan untuk tingkat 2 ke atas." },
            { level = 2, name = "Interaksi",
              criteria = {
                { id = "I34.2.a", basis = "permenpanrb-59-2020",
                  text = "Pengguna dapat berinteraksi, minimal lewat pencarian, unggah, atau unduh dokumen keuangan." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan fitur pencarian, unggah, dan/atau unduh",
              },
              note = "" },
            { level = 3, name = "Transaksi",
              criteria = {
                { id = "I34.3.a", basis = "permenpanrb-59-2020",
                  text = "Sistem memproses transaksi data keuangan, tidak sekadar unggah dan unduh." },
                { id = "I34.3.b", basis = "permenpanrb-59-2020",
                  text = "Sistem menanggapi pengguna lewat validasi, persetujuan, alur kerja otomatis, analitik, atau fungsi sejenis, contoh: persetujuan pencairan dana kegiatan." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan alur transaksi, validasi, persetujuan, dan/atau analitik data",
              },
              note = "Peraturan dan pedoman memberi contoh fungsi ('seperti', 'dan/atau'), bukan daftar wajib.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh 'otomasi alur kerja' pada peraturan tidak dicantumkan lagi." },
              } },
            { level = 4, name = "Kolaborasi",
              criteria = {
                { id = "I34.4.a", basis = "permenpanrb-59-2020",
                  text = "Layanan terintegrasi atau berbagi data dengan layanan SPBE lain, contoh: penganggaran, pengadaan, perencanaan, atau layanan keuangan instansi lain." },
              },
              evidence = {
                "Arsitektur aplikasi, repositori API, atau dokumentasi integrasi layanan/middleware/basis data",
              },
              note = "Satu integrasi yang berjalan sudah memenuhi: naskah memberi contoh dengan 'dan/atau'. Menurut peraturan, integrasi boleh horizontal (layanan yang berbeda) atau vertikal (layanan sejenis secara berjenjang).",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh mitra integrasi pada uraian pemenuhan: perencanaan, penganggaran." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I34.5.a", basis = "permenpanrb-59-2020",
                  text = "Layanan direviu dan/atau dievaluasi terhadap perubahan lingkungan, regulasi, teknologi, atau kebutuhan instansi." },
                { id = "I34.5.b", basis = "permenpanrb-59-2020",
                  text = "Layanan diperbaiki berdasarkan hasil reviu/evaluasi tersebut." },
              },
              evidence = {
                "Bukti fitur atau layanan yang ditingkatkan, atau penguatan kebijakan, tata kelola, dan help desk layanan",
                "Atau bukti terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi (Pedoman 3/2024)",
                "Laporan, notula, atau catatan reviu/evaluasi layanan keuangan; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "Perbaikan dapat berupa pengembangan fungsi layanan; sejak Pedoman 6/2023 juga penguatan kebijakan, perbaikan tata kelola, dan help desk; sejak Pedoman 3/2024 juga hubungan ke portal.",
              differences = {
                { source = "pedoman-6-2023",
                  text = "Bukti optimalisasi boleh berupa penguatan kebijakan, perbaikan tata kelola, dan help desk layanan; Kepmen 962/2021 hanya meminta peningkatan fungsi." },
                { source = "pedoman-3-2024",
                  text = "Pilihan pemenuhan ditambah: terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi. Nilai 5 dipertahankan dengan reviu fungsi layanan dan tindak lanjutnya." },
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu yang berkesinambungan, Kepmen 962/2021 tidak menyebut usia dan hanya meminta rekomendasi tindak lanjut. Evaluasi atau reviu sama-sama diterima." },
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

        -- I35 Layanan Pengadaan
        { id = "I35", no = 35, kind = "service", weight = 2.75,
          name = "Tingkat Kematangan Layanan Pengadaan Barang dan Jasa",
          short_name = "Layanan Pengadaan",
          definition = "Menilai kemampuan fungsi layanan elektronik yang mendukung pengadaan barang/jasa instansi.",
          legal_basis = { "Perpres 95/2018 Pasal 42-43, 63, dan 64" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Katalog elektronik sektoral dikelola kementerian/lembaga, katalog lokal oleh pemerintah daerah. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Informasi", baseline = true,
              criteria = {
                { id = "I35.1.a", basis = "permenpanrb-59-2020",
                  text = "Layanan elektronik menyajikan informasi pengadaan barang dan jasa, sedikitnya satu arah." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan informasi pengadaan barang dan jasa, contoh: kemajuan proses pengadaan",
              },
              note = "Garis dasar: instansi tanpa layanan ini pun memperoleh nilai 1. Kriteria a baru menentukan untuk tingkat 2 ke atas." },
            { level = 2, name = "Interaksi",
              criteria = {
                { id = "I35.2.a", basis = "permenpanrb-59-2020",
                  text = "Pengguna dapat berinteraksi, minimal lewat pencarian, unggah, atau unduh dokumen pengadaan." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan fitur pencarian, unggah, dan/atau unduh",
              },
              note = "" },
            { level = 3, name = "Transaksi",
              criteria = {
                { id = "I35.3.a", basis = "permenpanrb-59-2020",
                  text = "Sistem memproses transaksi data pengadaan barang dan jasa, tidak sekadar unggah dan unduh." },
                { id = "I35.3.b", basis = "permenpanrb-59-2020",
                  text = "Sistem menanggapi pengguna lewat validasi, persetujuan, alur kerja otomatis, analitik, atau fungsi sejenis, contoh: penetapan pemenang pengadaan." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan alur transaksi, validasi, persetujuan, dan/atau analitik data",
              },
              note = "Peraturan dan pedoman memberi contoh fungsi ('seperti', 'dan/atau'), bukan daftar wajib.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh 'otomasi alur kerja' pada peraturan tidak dicantumkan lagi." },
              } },
            { level = 4, name = "Kolaborasi",
              criteria = {
                { id = "I35.4.a", basis = "permenpanrb-59-2020",
                  text = "Layanan terintegrasi atau berbagi data dengan layanan SPBE lain, contoh: penganggaran, perencanaan, keuangan, atau layanan pengadaan instansi lain." },
              },
              evidence = {
                "Arsitektur aplikasi, repositori API, atau dokumentasi integrasi layanan/middleware/basis data",
              },
              note = "Satu integrasi yang berjalan sudah memenuhi: naskah memberi contoh dengan 'dan/atau'. Menurut peraturan, integrasi boleh horizontal (layanan yang berbeda) atau vertikal (layanan sejenis secara berjenjang).",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh mitra integrasi pada uraian pemenuhan: perencanaan, penganggaran." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I35.5.a", basis = "permenpanrb-59-2020",
                  text = "Layanan direviu dan/atau dievaluasi terhadap perubahan lingkungan, regulasi, teknologi, atau kebutuhan instansi." },
                { id = "I35.5.b", basis = "permenpanrb-59-2020",
                  text = "Layanan diperbaiki berdasarkan hasil reviu/evaluasi tersebut." },
              },
              evidence = {
                "Bukti fitur atau layanan yang ditingkatkan, atau penguatan kebijakan, tata kelola, dan help desk layanan",
                "Atau bukti terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi (Pedoman 3/2024)",
                "Laporan, notula, atau catatan reviu/evaluasi layanan pengadaan; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "Perbaikan dapat berupa pengembangan fungsi layanan; sejak Pedoman 6/2023 juga penguatan kebijakan, perbaikan tata kelola, dan help desk; sejak Pedoman 3/2024 juga hubungan ke portal. Khusus 2023, katalog sektoral/lokal dengan indeks minimal 80% juga diterima.",
              differences = {
                { source = "pedoman-6-2023",
                  text = "Bukti optimalisasi boleh berupa penguatan kebijakan, perbaikan tata kelola, dan help desk layanan; Kepmen 962/2021 hanya meminta peningkatan fungsi." },
                { source = "pedoman-3-2024",
                  text = "Pilihan pemenuhan ditambah: terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi. Nilai 5 dipertahankan dengan reviu fungsi layanan dan tindak lanjutnya." },
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu yang berkesinambungan, Kepmen 962/2021 tidak menyebut usia dan hanya meminta rekomendasi tindak lanjut. Evaluasi atau reviu sama-sama diterima." },
                { source = "pedoman-6-2023",
                  text = "Alternatif tingkat 5: penerapan katalog sektoral/lokal dengan indeks minimal 80%. Ketentuan ini dihapus pada Pedoman 3/2024." },
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

        -- I36 Layanan Kepegawaian
        { id = "I36", no = 36, kind = "service", weight = 2.75,
          name = "Tingkat Kematangan Layanan Kepegawaian",
          short_name = "Layanan Kepegawaian",
          definition = "Menilai kemampuan fungsi layanan elektronik yang mendukung pengelolaan kepegawaian.",
          legal_basis = { "Perpres 95/2018 Pasal 42-43, 63, dan 66" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Informasi", baseline = true,
              criteria = {
                { id = "I36.1.a", basis = "permenpanrb-59-2020",
                  text = "Layanan elektronik menyajikan informasi kepegawaian, sedikitnya satu arah." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan informasi kepegawaian, contoh: statistik pegawai",
              },
              note = "Garis dasar: instansi tanpa layanan ini pun memperoleh nilai 1. Kriteria a baru menentukan untuk tingkat 2 ke atas.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh informasi tingkat 1 pada pedoman salah salin dari pengadaan barang/jasa." },
              } },
            { level = 2, name = "Interaksi",
              criteria = {
                { id = "I36.2.a", basis = "permenpanrb-59-2020",
                  text = "Pengguna dapat berinteraksi, minimal lewat pencarian, unggah, atau unduh dokumen kepegawaian, contoh: daftar riwayat hidup pegawai." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan fitur pencarian, unggah, dan/atau unduh",
              },
              note = "" },
            { level = 3, name = "Transaksi",
              criteria = {
                { id = "I36.3.a", basis = "permenpanrb-59-2020",
                  text = "Sistem memproses transaksi data kepegawaian, tidak sekadar unggah dan unduh." },
                { id = "I36.3.b", basis = "permenpanrb-59-2020",
                  text = "Sistem menanggapi pengguna lewat validasi, persetujuan, alur kerja otomatis, analitik, atau fungsi sejenis, contoh: persetujuan cuti atau tugas belajar." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan alur transaksi, validasi, persetujuan, dan/atau analitik data",
              },
              note = "Peraturan dan pedoman memberi contoh fungsi ('seperti', 'dan/atau'), bukan daftar wajib.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh 'otomasi alur kerja' pada peraturan tidak dicantumkan lagi." },
              } },
            { level = 4, name = "Kolaborasi",
              criteria = {
                { id = "I36.4.a", basis = "permenpanrb-59-2020",
                  text = "Layanan terintegrasi atau berbagi data dengan layanan SPBE lain, contoh: kinerja, keuangan, atau layanan kepegawaian instansi lain." },
              },
              evidence = {
                "Arsitektur aplikasi, repositori API, atau dokumentasi integrasi layanan/middleware/basis data",
              },
              note = "Satu integrasi yang berjalan sudah memenuhi: naskah memberi contoh dengan 'dan/atau'. Menurut peraturan, integrasi boleh horizontal (layanan yang berbeda) atau vertikal (layanan sejenis secara berjenjang).",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh mitra integrasi pada uraian pemenuhan: perencanaan, kearsipan." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I36.5.a", basis = "permenpanrb-59-2020",
                  text = "Layanan direviu dan/atau dievaluasi terhadap perubahan lingkungan, regulasi, teknologi, atau kebutuhan instansi." },
                { id = "I36.5.b", basis = "permenpanrb-59-2020",
                  text = "Layanan diperbaiki berdasarkan hasil reviu/evaluasi tersebut." },
              },
              evidence = {
                "Bukti fitur atau layanan yang ditingkatkan, atau penguatan kebijakan, tata kelola, dan help desk layanan",
                "Atau bukti terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi (Pedoman 3/2024)",
                "Laporan, notula, atau catatan reviu/evaluasi layanan kepegawaian; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "Perbaikan dapat berupa pengembangan fungsi layanan; sejak Pedoman 6/2023 juga penguatan kebijakan, perbaikan tata kelola, dan help desk; sejak Pedoman 3/2024 juga hubungan ke portal.",
              differences = {
                { source = "pedoman-6-2023",
                  text = "Bukti optimalisasi boleh berupa penguatan kebijakan, perbaikan tata kelola, dan help desk layanan; Kepmen 962/2021 hanya meminta peningkatan fungsi." },
                { source = "pedoman-3-2024",
                  text = "Pilihan pemenuhan ditambah: terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi. Nilai 5 dipertahankan dengan reviu fungsi layanan dan tindak lanjutnya." },
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu yang berkesinambungan, Kepmen 962/2021 tidak menyebut usia dan hanya meminta rekomendasi tindak lanjut. Evaluasi atau reviu sama-sama diterima." },
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

        -- I37 Layanan Kearsipan Dinamis
        { id = "I37", no = 37, kind = "service", weight = 2.75,
          name = "Tingkat Kematangan Layanan Kearsipan Dinamis",
          short_name = "Layanan Kearsipan Dinamis",
          aliases = { "Tingkat Kematangan Layanan Kearsipan" },
          definition = "Menilai kemampuan fungsi layanan elektronik untuk arsip dinamis, yaitu naskah dinas yang masih digunakan.",
          legal_basis = { "Perpres 95/2018 Pasal 42-43, 63, dan 65" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Informasi", baseline = true,
              criteria = {
                { id = "I37.1.a", basis = "permenpanrb-59-2020",
                  text = "Layanan elektronik menyajikan informasi kearsipan dinamis, sedikitnya satu arah." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan informasi kearsipan dinamis, contoh: laporan atau statistik arsip",
              },
              note = "Garis dasar: instansi tanpa layanan ini pun memperoleh nilai 1. Kriteria a baru menentukan untuk tingkat 2 ke atas." },
            { level = 2, name = "Interaksi",
              criteria = {
                { id = "I37.2.a", basis = "permenpanrb-59-2020",
                  text = "Pengguna dapat berinteraksi, minimal lewat pencarian, unggah, atau unduh dokumen kearsipan, contoh: naskah dinas." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan fitur pencarian, unggah, dan/atau unduh",
              },
              note = "" },
            { level = 3, name = "Transaksi",
              criteria = {
                { id = "I37.3.a", basis = "permenpanrb-59-2020",
                  text = "Sistem memproses transaksi data kearsipan dinamis, tidak sekadar unggah dan unduh." },
                { id = "I37.3.b", basis = "permenpanrb-59-2020",
                  text = "Sistem menanggapi pengguna lewat validasi, persetujuan, alur kerja otomatis, analitik, atau fungsi sejenis, contoh: persetujuan surat masuk dan surat keluar." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan alur transaksi, validasi, persetujuan, dan/atau analitik data",
              },
              note = "Peraturan dan pedoman memberi contoh fungsi ('seperti', 'dan/atau'), bukan daftar wajib.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh 'otomasi alur kerja' pada peraturan tidak dicantumkan lagi." },
              } },
            { level = 4, name = "Kolaborasi",
              criteria = {
                { id = "I37.4.a", basis = "permenpanrb-59-2020",
                  text = "Layanan terintegrasi atau berbagi data dengan layanan SPBE lain, contoh: pengadaan, kepegawaian, atau layanan kearsipan instansi lain." },
              },
              evidence = {
                "Arsitektur aplikasi, repositori API, atau dokumentasi integrasi layanan/middleware/basis data",
              },
              note = "Satu integrasi yang berjalan sudah memenuhi: naskah memberi contoh dengan 'dan/atau'. Menurut peraturan, integrasi boleh horizontal (layanan yang berbeda) atau vertikal (layanan sejenis secara berjenjang).",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh mitra integrasi pada uraian pemenuhan: perencanaan, penganggaran." },
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh mitra pada kriteria berubah menjadi perencanaan dan keuangan." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I37.5.a", basis = "permenpanrb-59-2020",
                  text = "Layanan direviu dan/atau dievaluasi terhadap perubahan lingkungan, regulasi, teknologi, atau kebutuhan instansi." },
                { id = "I37.5.b", basis = "permenpanrb-59-2020",
                  text = "Layanan diperbaiki berdasarkan hasil reviu/evaluasi tersebut." },
              },
              evidence = {
                "Bukti fitur atau layanan yang ditingkatkan, atau penguatan kebijakan, tata kelola, dan help desk layanan",
                "Atau bukti terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi (Pedoman 3/2024)",
                "Laporan, notula, atau catatan reviu/evaluasi layanan kearsipan dinamis; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "Perbaikan dapat berupa pengembangan fungsi layanan; sejak Pedoman 6/2023 juga penguatan kebijakan, perbaikan tata kelola, dan help desk; sejak Pedoman 3/2024 juga hubungan ke portal.",
              differences = {
                { source = "pedoman-6-2023",
                  text = "Bukti optimalisasi boleh berupa penguatan kebijakan, perbaikan tata kelola, dan help desk layanan; Kepmen 962/2021 hanya meminta peningkatan fungsi." },
                { source = "pedoman-3-2024",
                  text = "Pilihan pemenuhan ditambah: terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi. Nilai 5 dipertahankan dengan reviu fungsi layanan dan tindak lanjutnya." },
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu yang berkesinambungan, Kepmen 962/2021 tidak menyebut usia dan hanya meminta rekomendasi tindak lanjut. Evaluasi atau reviu sama-sama diterima." },
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

        -- I38 Layanan Pengelolaan BMN/BMD
        { id = "I38", no = 38, kind = "service", weight = 2.75,
          name = "Tingkat Kematangan Layanan Pengelolaan Barang Milik Negara/Daerah",
          short_name = "Layanan Pengelolaan BMN/BMD",
          definition = "Menilai kemampuan fungsi layanan elektronik untuk pengelolaan barang milik negara atau daerah.",
          legal_basis = { "Perpres 95/2018 Pasal 42-43" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Instansi Pusat menilai barang milik negara (BMN), Pemerintah Daerah barang milik daerah (BMD). Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Informasi", baseline = true,
              criteria = {
                { id = "I38.1.a", basis = "permenpanrb-59-2020",
                  text = "Layanan elektronik menyajikan informasi barang milik negara/daerah, sedikitnya satu arah." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan informasi barang milik negara/daerah, contoh: laporan atau statistik aset",
              },
              note = "Garis dasar: instansi tanpa layanan ini pun memperoleh nilai 1. Kriteria a baru menentukan untuk tingkat 2 ke atas." },
            { level = 2, name = "Interaksi",
              criteria = {
                { id = "I38.2.a", basis = "permenpanrb-59-2020",
                  text = "Pengguna dapat berinteraksi, minimal lewat pencarian, unggah, atau unduh dokumen BMN/BMD, contoh: daftar inventaris ruangan." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan fitur pencarian, unggah, dan/atau unduh",
              },
              note = "" },
            { level = 3, name = "Transaksi",
              criteria = {
                { id = "I38.3.a", basis = "permenpanrb-59-2020",
                  text = "Sistem memproses transaksi data barang milik negara/daerah, tidak sekadar unggah dan unduh." },
                { id = "I38.3.b", basis = "permenpanrb-59-2020",
                  text = "Sistem menanggapi pengguna lewat validasi, persetujuan, alur kerja otomatis, analitik, atau fungsi sejenis, contoh: persetujuan penghapusan barang." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan alur transaksi, validasi, persetujuan, dan/atau analitik data",
              },
              note = "Peraturan dan pedoman memberi contoh fungsi ('seperti', 'dan/atau'), bukan daftar wajib.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh 'otomasi alur kerja' pada peraturan tidak dicantumkan lagi." },
              } },
            { level = 4, name = "Kolaborasi",
              criteria = {
                { id = "I38.4.a", basis = "permenpanrb-59-2020",
                  text = "Layanan terintegrasi atau berbagi data dengan layanan SPBE lain, contoh: penganggaran, pengadaan, keuangan, atau layanan BMN/BMD instansi lain." },
              },
              evidence = {
                "Arsitektur aplikasi, repositori API, atau dokumentasi integrasi layanan/middleware/basis data",
              },
              note = "Satu integrasi yang berjalan sudah memenuhi: naskah memberi contoh dengan 'dan/atau'. Menurut peraturan, integrasi boleh horizontal (layanan yang berbeda) atau vertikal (layanan sejenis secara berjenjang).",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh mitra integrasi pada uraian pemenuhan: perencanaan, penganggaran." },
                { source = "kepmenpanrb-962-2021",
                  text = "Kriteria menambah contoh layanan perencanaan." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I38.5.a", basis = "permenpanrb-59-2020",
                  text = "Layanan direviu dan/atau dievaluasi terhadap perubahan lingkungan, regulasi, teknologi, atau kebutuhan instansi." },
                { id = "I38.5.b", basis = "permenpanrb-59-2020",
                  text = "Layanan diperbaiki berdasarkan hasil reviu/evaluasi tersebut." },
              },
              evidence = {
                "Bukti fitur atau layanan yang ditingkatkan, atau penguatan kebijakan, tata kelola, dan help desk layanan",
                "Atau bukti terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi (Pedoman 3/2024)",
                "Laporan, notula, atau catatan reviu/evaluasi layanan pengelolaan BMN/BMD; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "Perbaikan dapat berupa pengembangan fungsi layanan; sejak Pedoman 6/2023 juga penguatan kebijakan, perbaikan tata kelola, dan help desk; sejak Pedoman 3/2024 juga hubungan ke portal.",
              differences = {
                { source = "pedoman-6-2023",
                  text = "Bukti optimalisasi boleh berupa penguatan kebijakan, perbaikan tata kelola, dan help desk layanan; Kepmen 962/2021 hanya meminta peningkatan fungsi." },
                { source = "pedoman-3-2024",
                  text = "Pilihan pemenuhan ditambah: terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi. Nilai 5 dipertahankan dengan reviu fungsi layanan dan tindak lanjutnya." },
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu yang berkesinambungan, Kepmen 962/2021 tidak menyebut usia dan hanya meminta rekomendasi tindak lanjut. Evaluasi atau reviu sama-sama diterima." },
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

        -- I39 Layanan Pengawasan Internal
        { id = "I39", no = 39, kind = "service", weight = 2.75,
          name = "Tingkat Kematangan Layanan Pengawasan Internal Pemerintah",
          short_name = "Layanan Pengawasan Internal",
          aliases = { "Tingkat Kematangan Layanan Pengawasan Internal terkait Pemerintah" },
          definition = "Menilai kemampuan fungsi layanan elektronik yang mendukung pengawasan internal pemerintah.",
          legal_basis = { "Perpres 95/2018 Pasal 42-43" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Informasi", baseline = true,
              criteria = {
                { id = "I39.1.a", basis = "permenpanrb-59-2020",
                  text = "Layanan elektronik menyajikan informasi pengawasan internal, sedikitnya satu arah." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan informasi pengawasan internal, contoh: statistik pengawasan",
              },
              note = "Garis dasar: instansi tanpa layanan ini pun memperoleh nilai 1. Kriteria a baru menentukan untuk tingkat 2 ke atas." },
            { level = 2, name = "Interaksi",
              criteria = {
                { id = "I39.2.a", basis = "permenpanrb-59-2020",
                  text = "Pengguna dapat berinteraksi, minimal lewat pencarian, unggah, atau unduh dokumen pengawasan internal, contoh: daftar laporan pengawasan." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan fitur pencarian, unggah, dan/atau unduh",
              },
              note = "" },
            { level = 3, name = "Transaksi",
              criteria = {
                { id = "I39.3.a", basis = "permenpanrb-59-2020",
                  text = "Sistem memproses transaksi data pengawasan internal, tidak sekadar unggah dan unduh." },
                { id = "I39.3.b", basis = "permenpanrb-59-2020",
                  text = "Sistem menanggapi pengguna lewat validasi, persetujuan, alur kerja otomatis, analitik, atau fungsi sejenis, contoh: validasi hasil pengawasan." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan alur transaksi, validasi, persetujuan, dan/atau analitik data",
              },
              note = "Peraturan dan pedoman memberi contoh fungsi ('seperti', 'dan/atau'), bukan daftar wajib.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh 'otomasi alur kerja' pada peraturan tidak dicantumkan lagi." },
              } },
            { level = 4, name = "Kolaborasi",
              criteria = {
                { id = "I39.4.a", basis = "permenpanrb-59-2020",
                  text = "Layanan terintegrasi atau berbagi data dengan layanan SPBE lain, contoh: kepegawaian, akuntabilitas kinerja, atau layanan pengawasan instansi lain." },
              },
              evidence = {
                "Arsitektur aplikasi, repositori API, atau dokumentasi integrasi layanan/middleware/basis data",
              },
              note = "Satu integrasi yang berjalan sudah memenuhi: naskah memberi contoh dengan 'dan/atau'. Menurut peraturan, integrasi boleh horizontal (layanan yang berbeda) atau vertikal (layanan sejenis secara berjenjang).",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh mitra integrasi pada uraian pemenuhan: perencanaan, penganggaran." },
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh mitra pada kriteria berubah menjadi penganggaran, pengadaan, perencanaan, dan keuangan." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I39.5.a", basis = "permenpanrb-59-2020",
                  text = "Layanan direviu dan/atau dievaluasi terhadap perubahan lingkungan, regulasi, teknologi, atau kebutuhan instansi." },
                { id = "I39.5.b", basis = "permenpanrb-59-2020",
                  text = "Layanan diperbaiki berdasarkan hasil reviu/evaluasi tersebut." },
              },
              evidence = {
                "Bukti fitur atau layanan yang ditingkatkan, atau penguatan kebijakan, tata kelola, dan help desk layanan",
                "Atau bukti terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi (Pedoman 3/2024)",
                "Laporan, notula, atau catatan reviu/evaluasi layanan pengawasan internal; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "Perbaikan dapat berupa pengembangan fungsi layanan; sejak Pedoman 6/2023 juga penguatan kebijakan, perbaikan tata kelola, dan help desk; sejak Pedoman 3/2024 juga hubungan ke portal.",
              differences = {
                { source = "pedoman-6-2023",
                  text = "Bukti optimalisasi boleh berupa penguatan kebijakan, perbaikan tata kelola, dan help desk layanan; Kepmen 962/2021 hanya meminta peningkatan fungsi." },
                { source = "pedoman-3-2024",
                  text = "Pilihan pemenuhan ditambah: terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi. Nilai 5 dipertahankan dengan reviu fungsi layanan dan tindak lanjutnya." },
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu yang berkesinambungan, Kepmen 962/2021 tidak menyebut usia dan hanya meminta rekomendasi tindak lanjut. Evaluasi atau reviu sama-sama diterima." },
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

        -- I40 Layanan Akuntabilitas Kinerja
        { id = "I40", no = 40, kind = "service", weight = 2.75,
          name = "Tingkat Kematangan Layanan Akuntabilitas Kinerja Organisasi",
          short_name = "Layanan Akuntabilitas Kinerja",
          definition = "Menilai kemampuan fungsi layanan elektronik yang mendukung akuntabilitas kinerja organisasi.",
          legal_basis = { "Perpres 95/2018 Pasal 42-43, 63, dan 64" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Informasi", baseline = true,
              criteria = {
                { id = "I40.1.a", basis = "permenpanrb-59-2020",
                  text = "Layanan elektronik menyajikan informasi akuntabilitas kinerja organisasi, sedikitnya satu arah." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan informasi akuntabilitas kinerja organisasi, contoh: laporan kinerja instansi",
              },
              note = "Garis dasar: instansi tanpa layanan ini pun memperoleh nilai 1. Kriteria a baru menentukan untuk tingkat 2 ke atas.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh informasi tingkat 1 pada pedoman salah salin dari pengawasan internal." },
              } },
            { level = 2, name = "Interaksi",
              criteria = {
                { id = "I40.2.a", basis = "permenpanrb-59-2020",
                  text = "Pengguna dapat berinteraksi, minimal lewat pencarian, unggah, atau unduh dokumen akuntabilitas kinerja, contoh: laporan kinerja." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan fitur pencarian, unggah, dan/atau unduh",
              },
              note = "",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Uraian pemenuhan tingkat 2 pada pedoman sama persis dengan tingkat 3 (salah salin)." },
              } },
            { level = 3, name = "Transaksi",
              criteria = {
                { id = "I40.3.a", basis = "permenpanrb-59-2020",
                  text = "Sistem memproses transaksi data akuntabilitas kinerja organisasi, tidak sekadar unggah dan unduh." },
                { id = "I40.3.b", basis = "permenpanrb-59-2020",
                  text = "Sistem menanggapi pengguna lewat validasi, persetujuan, alur kerja otomatis, analitik, atau fungsi sejenis, contoh: validasi laporan kinerja." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan alur transaksi, validasi, persetujuan, dan/atau analitik data",
              },
              note = "Peraturan dan pedoman memberi contoh fungsi ('seperti', 'dan/atau'), bukan daftar wajib.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh 'otomasi alur kerja' pada peraturan tidak dicantumkan lagi." },
              } },
            { level = 4, name = "Kolaborasi",
              criteria = {
                { id = "I40.4.a", basis = "permenpanrb-59-2020",
                  text = "Layanan terintegrasi atau berbagi data dengan layanan SPBE lain, contoh: penganggaran, pengadaan, perencanaan, keuangan, atau layanan sejenis instansi lain." },
              },
              evidence = {
                "Arsitektur aplikasi, repositori API, atau dokumentasi integrasi layanan/middleware/basis data",
              },
              note = "Satu integrasi yang berjalan sudah memenuhi: naskah memberi contoh dengan 'dan/atau'. Menurut peraturan, integrasi boleh horizontal (layanan yang berbeda) atau vertikal (layanan sejenis secara berjenjang).",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh mitra integrasi pada uraian pemenuhan: perencanaan, penganggaran." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I40.5.a", basis = "permenpanrb-59-2020",
                  text = "Layanan direviu dan/atau dievaluasi terhadap perubahan lingkungan, regulasi, teknologi, atau kebutuhan instansi." },
                { id = "I40.5.b", basis = "permenpanrb-59-2020",
                  text = "Layanan diperbaiki berdasarkan hasil reviu/evaluasi tersebut." },
              },
              evidence = {
                "Bukti fitur atau layanan yang ditingkatkan, atau penguatan kebijakan, tata kelola, dan help desk layanan",
                "Atau bukti terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi (Pedoman 3/2024)",
                "Laporan, notula, atau catatan reviu/evaluasi layanan akuntabilitas kinerja; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "Perbaikan dapat berupa pengembangan fungsi layanan; sejak Pedoman 6/2023 juga penguatan kebijakan, perbaikan tata kelola, dan help desk; sejak Pedoman 3/2024 juga hubungan ke portal.",
              differences = {
                { source = "pedoman-6-2023",
                  text = "Bukti optimalisasi boleh berupa penguatan kebijakan, perbaikan tata kelola, dan help desk layanan; Kepmen 962/2021 hanya meminta peningkatan fungsi." },
                { source = "pedoman-3-2024",
                  text = "Pilihan pemenuhan ditambah: terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi. Nilai 5 dipertahankan dengan reviu fungsi layanan dan tindak lanjutnya." },
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu yang berkesinambungan, Kepmen 962/2021 tidak menyebut usia dan hanya meminta rekomendasi tindak lanjut. Evaluasi atau reviu sama-sama diterima." },
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

        -- I41 Layanan Kinerja Pegawai
        { id = "I41", no = 41, kind = "service", weight = 2.75,
          name = "Tingkat Kematangan Layanan Kinerja Pegawai",
          short_name = "Layanan Kinerja Pegawai",
          definition = "Menilai kemampuan fungsi layanan elektronik yang mendukung pengelolaan kinerja pegawai.",
          legal_basis = { "Perpres 95/2018 Pasal 42-43" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Informasi", baseline = true,
              criteria = {
                { id = "I41.1.a", basis = "permenpanrb-59-2020",
                  text = "Layanan elektronik menyajikan informasi kinerja pegawai, sedikitnya satu arah." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan informasi kinerja pegawai, contoh: ringkasan penilaian kinerja",
              },
              note = "Garis dasar: instansi tanpa layanan ini pun memperoleh nilai 1. Kriteria a baru menentukan untuk tingkat 2 ke atas." },
            { level = 2, name = "Interaksi",
              criteria = {
                { id = "I41.2.a", basis = "permenpanrb-59-2020",
                  text = "Pengguna dapat berinteraksi, minimal lewat pencarian, unggah, atau unduh dokumen kinerja pegawai, contoh: daftar penilaian kinerja." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan fitur pencarian, unggah, dan/atau unduh",
              },
              note = "" },
            { level = 3, name = "Transaksi",
              criteria = {
                { id = "I41.3.a", basis = "permenpanrb-59-2020",
                  text = "Sistem memproses transaksi data kinerja pegawai, tidak sekadar unggah dan unduh." },
                { id = "I41.3.b", basis = "permenpanrb-59-2020",
                  text = "Sistem menanggapi pengguna lewat validasi, persetujuan, alur kerja otomatis, analitik, atau fungsi sejenis, contoh: validasi capaian kinerja pegawai." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan alur transaksi, validasi, persetujuan, dan/atau analitik data",
              },
              note = "Peraturan dan pedoman memberi contoh fungsi ('seperti', 'dan/atau'), bukan daftar wajib.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh 'otomasi alur kerja' pada peraturan tidak dicantumkan lagi." },
              } },
            { level = 4, name = "Kolaborasi",
              criteria = {
                { id = "I41.4.a", basis = "permenpanrb-59-2020",
                  text = "Layanan terintegrasi atau berbagi data dengan layanan SPBE lain, contoh: perencanaan, akuntabilitas, atau layanan kinerja pegawai instansi lain." },
              },
              evidence = {
                "Arsitektur aplikasi, repositori API, atau dokumentasi integrasi layanan/middleware/basis data",
              },
              note = "Satu integrasi yang berjalan sudah memenuhi: naskah memberi contoh dengan 'dan/atau'. Menurut peraturan, integrasi boleh horizontal (layanan yang berbeda) atau vertikal (layanan sejenis secara berjenjang).",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh mitra integrasi pada uraian pemenuhan: perencanaan, penganggaran." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I41.5.a", basis = "permenpanrb-59-2020",
                  text = "Layanan direviu dan/atau dievaluasi terhadap perubahan lingkungan, regulasi, teknologi, atau kebutuhan instansi." },
                { id = "I41.5.b", basis = "permenpanrb-59-2020",
                  text = "Layanan diperbaiki berdasarkan hasil reviu/evaluasi tersebut." },
              },
              evidence = {
                "Bukti fitur atau layanan yang ditingkatkan, atau penguatan kebijakan, tata kelola, dan help desk layanan",
                "Atau bukti terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi (Pedoman 3/2024)",
                "Laporan, notula, atau catatan reviu/evaluasi layanan kinerja pegawai; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "Perbaikan dapat berupa pengembangan fungsi layanan; sejak Pedoman 6/2023 juga penguatan kebijakan, perbaikan tata kelola, dan help desk; sejak Pedoman 3/2024 juga hubungan ke portal.",
              differences = {
                { source = "pedoman-6-2023",
                  text = "Bukti optimalisasi boleh berupa penguatan kebijakan, perbaikan tata kelola, dan help desk layanan; Kepmen 962/2021 hanya meminta peningkatan fungsi." },
                { source = "pedoman-3-2024",
                  text = "Pilihan pemenuhan ditambah: terhubung dengan portal nasional administrasi pemerintahan atau satu portal administrasi milik instansi. Nilai 5 dipertahankan dengan reviu fungsi layanan dan tindak lanjutnya." },
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu yang berkesinambungan, Kepmen 962/2021 tidak menyebut usia dan hanya meminta rekomendasi tindak lanjut. Evaluasi atau reviu sama-sama diterima." },
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

    -- A8 Layanan Publik Berbasis Elektronik
    { id = "A8", no = 8, weight = 18,
      name = "Layanan Publik Berbasis Elektronik",
      indicators = {

        -- I42 Layanan Pengaduan
        -- I42 to I47 weigh 3.00 each. The national reports of 2023 and 2024 print 3.50, which adds
        -- up to 103; the regulation, the reports to the agencies and every recomputation say 3.00
        -- (see known_conflicts).
        { id = "I42", no = 42, kind = "service", weight = 3,
          name = "Tingkat Kematangan Layanan Pengaduan Pelayanan Publik",
          short_name = "Layanan Pengaduan",
          definition = "Menilai kemampuan fungsi layanan elektronik untuk menerima dan menangani pengaduan pelayanan publik.",
          legal_basis = { "Perpres 95/2018 Pasal 42, 44, 63, dan 67" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Informasi", baseline = true,
              criteria = {
                { id = "I42.1.a", basis = "permenpanrb-59-2020",
                  text = "Layanan elektronik menyajikan informasi pengaduan pelayanan publik, sedikitnya satu arah." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan informasi pengaduan pelayanan publik, contoh: statistik pengaduan",
              },
              note = "Garis dasar: instansi tanpa layanan ini pun memperoleh nilai 1. Kriteria a baru menentukan untuk tingkat 2 ke atas." },
            { level = 2, name = "Interaksi",
              criteria = {
                { id = "I42.2.a", basis = "permenpanrb-59-2020",
                  text = "Pengguna dapat berinteraksi, minimal lewat pencarian, unggah, atau unduh dokumen pengaduan, contoh: daftar pengaduan." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan fitur pencarian, unggah, dan/atau unduh",
              },
              note = "" },
            { level = 3, name = "Transaksi",
              criteria = {
                { id = "I42.3.a", basis = "permenpanrb-59-2020",
                  text = "Sistem memproses transaksi data pengaduan pelayanan publik, tidak sekadar unggah dan unduh." },
                { id = "I42.3.b", basis = "permenpanrb-59-2020",
                  text = "Sistem menanggapi pengguna lewat validasi, persetujuan, alur kerja otomatis, analitik, atau fungsi sejenis, contoh: validasi dan persetujuan penanganan aduan." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan alur transaksi, validasi, persetujuan, dan/atau analitik data",
              },
              note = "Peraturan dan pedoman memberi contoh fungsi ('seperti', 'dan/atau'), bukan daftar wajib.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh 'otomasi alur kerja' pada peraturan tidak dicantumkan lagi." },
              } },
            { level = 4, name = "Kolaborasi",
              criteria = {
                { id = "I42.4.a", basis = "permenpanrb-59-2020",
                  text = "Layanan terintegrasi atau berbagi data dengan layanan SPBE lain, contoh: kepegawaian atau layanan pengaduan instansi lain." },
              },
              evidence = {
                "Arsitektur aplikasi, repositori API, atau dokumentasi integrasi layanan/middleware/basis data",
              },
              note = "Satu integrasi yang berjalan sudah memenuhi: naskah memberi contoh dengan 'dan/atau'. Menurut peraturan, integrasi boleh horizontal (layanan yang berbeda) atau vertikal (layanan sejenis secara berjenjang).",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh mitra integrasi pada uraian pemenuhan: kependudukan, perizinan." },
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh layanan kepegawaian dihapus dari kriteria." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I42.5.a", basis = "permenpanrb-59-2020",
                  text = "Layanan direviu dan/atau dievaluasi terhadap perubahan lingkungan, regulasi, teknologi, atau kebutuhan instansi." },
                { id = "I42.5.b", basis = "permenpanrb-59-2020",
                  text = "Layanan diperbaiki berdasarkan hasil reviu/evaluasi tersebut." },
              },
              evidence = {
                "Bukti fitur atau layanan yang ditingkatkan, atau penguatan kebijakan, tata kelola, dan help desk layanan",
                "Atau bukti terhubung dengan Portal Nasional Pelayanan Publik atau satu portal pelayanan publik milik instansi (Pedoman 3/2024)",
                "Laporan, notula, atau catatan reviu/evaluasi layanan pengaduan; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "Perbaikan dapat berupa pengembangan fungsi layanan; sejak Pedoman 6/2023 juga penguatan kebijakan, perbaikan tata kelola, dan help desk; sejak Pedoman 3/2024 juga hubungan ke portal.",
              differences = {
                { source = "pedoman-6-2023",
                  text = "Bukti optimalisasi boleh berupa penguatan kebijakan, perbaikan tata kelola, dan help desk layanan; Kepmen 962/2021 hanya meminta peningkatan fungsi." },
                { source = "pedoman-3-2024",
                  text = "Pilihan pemenuhan ditambah: terhubung dengan Portal Nasional Pelayanan Publik atau satu portal pelayanan publik milik instansi. Nilai 5 dipertahankan dengan reviu fungsi layanan dan tindak lanjutnya." },
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu yang berkesinambungan, Kepmen 962/2021 tidak menyebut usia dan hanya meminta rekomendasi tindak lanjut. Evaluasi atau reviu sama-sama diterima." },
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

        -- I43 Layanan Data Terbuka
        { id = "I43", no = 43, kind = "service", weight = 3,
          name = "Tingkat Kematangan Layanan Data Terbuka",
          short_name = "Layanan Data Terbuka",
          definition = "Menilai kemampuan fungsi layanan berbagi pakai data sesuai ketentuan Satu Data Indonesia, termasuk pemanfaatan portalnya.",
          legal_basis = {
            "Perpres 95/2018 Pasal 42 dan 44",
            "Perpres 39/2019 (Satu Data Indonesia)",
          },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Informasi", baseline = true,
              criteria = {
                { id = "I43.1.a", basis = "permenpanrb-59-2020",
                  text = "Layanan elektronik menyajikan informasi data terbuka, sedikitnya satu arah." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan informasi data terbuka, contoh: statistik pemakaian data",
              },
              note = "Garis dasar: instansi tanpa layanan ini pun memperoleh nilai 1. Kriteria a baru menentukan untuk tingkat 2 ke atas.",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Deskripsi berubah dari data terbuka umum menjadi konsep berbagi data menurut Satu Data Indonesia; penilaian mencakup pemanfaatan." },
              } },
            { level = 2, name = "Interaksi",
              criteria = {
                { id = "I43.2.a", basis = "permenpanrb-59-2020",
                  text = "Pengguna dapat berinteraksi, minimal lewat pencarian, unggah, atau unduh data terbuka, contoh: daftar data yang dibagipakaikan." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan fitur pencarian, unggah, dan/atau unduh",
              },
              note = "" },
            { level = 3, name = "Transaksi",
              criteria = {
                { id = "I43.3.a", basis = "permenpanrb-59-2020",
                  text = "Sistem memproses transaksi data terbuka, tidak sekadar unggah dan unduh." },
                { id = "I43.3.b", basis = "permenpanrb-59-2020",
                  text = "Sistem menanggapi pengguna lewat validasi, persetujuan, alur kerja otomatis, analitik, atau fungsi sejenis, contoh: persetujuan dan validasi data terbuka." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan alur transaksi, validasi, persetujuan, dan/atau analitik data",
              },
              note = "Peraturan dan pedoman memberi contoh fungsi ('seperti', 'dan/atau'), bukan daftar wajib.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh 'otomasi alur kerja' pada peraturan tidak dicantumkan lagi." },
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh 'otomasi pertukaran data' pada peraturan juga tidak dicantumkan lagi." },
              } },
            { level = 4, name = "Kolaborasi",
              criteria = {
                { id = "I43.4.a", basis = "permenpanrb-59-2020",
                  text = "Layanan terintegrasi atau berbagi data dengan layanan SPBE lain, contoh: layanan data terbuka instansi lain." },
              },
              evidence = {
                "Arsitektur aplikasi, repositori API, atau dokumentasi integrasi layanan/middleware/basis data",
              },
              note = "Satu integrasi yang berjalan sudah memenuhi: naskah memberi contoh dengan 'dan/atau'. Menurut peraturan, integrasi boleh horizontal (layanan yang berbeda) atau vertikal (layanan sejenis secara berjenjang).",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh mitra integrasi pada uraian pemenuhan: kependudukan, perizinan." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I43.5.a", basis = "permenpanrb-59-2020",
                  text = "Layanan direviu dan/atau dievaluasi terhadap perubahan lingkungan, regulasi, teknologi, atau kebutuhan instansi." },
                { id = "I43.5.b", basis = "permenpanrb-59-2020",
                  text = "Layanan diperbaiki berdasarkan hasil reviu/evaluasi tersebut." },
              },
              evidence = {
                "Bukti fitur atau layanan yang ditingkatkan, atau penguatan kebijakan, tata kelola, dan help desk layanan",
                "Atau bukti terhubung dengan Portal Nasional Pelayanan Publik atau satu portal pelayanan publik milik instansi (Pedoman 3/2024)",
                "Laporan, notula, atau catatan reviu/evaluasi layanan data terbuka; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "Perbaikan dapat berupa pengembangan fungsi layanan; sejak Pedoman 6/2023 juga penguatan kebijakan, perbaikan tata kelola, dan help desk; sejak Pedoman 3/2024 juga hubungan ke portal.",
              differences = {
                { source = "pedoman-6-2023",
                  text = "Bukti optimalisasi boleh berupa penguatan kebijakan, perbaikan tata kelola, dan help desk layanan; Kepmen 962/2021 hanya meminta peningkatan fungsi." },
                { source = "pedoman-3-2024",
                  text = "Pilihan pemenuhan ditambah: terhubung dengan Portal Nasional Pelayanan Publik atau satu portal pelayanan publik milik instansi. Nilai 5 dipertahankan dengan reviu fungsi layanan dan tindak lanjutnya." },
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu yang berkesinambungan, Kepmen 962/2021 tidak menyebut usia dan hanya meminta rekomendasi tindak lanjut. Evaluasi atau reviu sama-sama diterima." },
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

        -- I44 Layanan JDIH
        { id = "I44", no = 44, kind = "service", weight = 3,
          name = "Tingkat Kematangan Jaringan Dokumentasi dan Informasi Hukum (JDIH)",
          short_name = "Layanan JDIH",
          aliases = {
            "Tingkat Kematangan Layanan Jaringan Dokumentasi dan Informasi Hukum (JDIH)",
          },
          definition = "Menilai kemampuan fungsi layanan elektronik untuk dokumentasi dan informasi hukum instansi.",
          legal_basis = { "Perpres 95/2018 Pasal 42 dan 44" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Informasi", baseline = true,
              criteria = {
                { id = "I44.1.a", basis = "permenpanrb-59-2020",
                  text = "Layanan elektronik menyajikan dokumentasi dan informasi hukum, sedikitnya satu arah." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan dokumentasi dan informasi hukum, contoh: daftar produk hukum",
              },
              note = "Garis dasar: instansi tanpa layanan ini pun memperoleh nilai 1. Kriteria a baru menentukan untuk tingkat 2 ke atas." },
            { level = 2, name = "Interaksi",
              criteria = {
                { id = "I44.2.a", basis = "permenpanrb-59-2020",
                  text = "Pengguna dapat berinteraksi, minimal lewat pencarian, unggah, atau unduh dokumen hukum, contoh: produk hukum instansi." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan fitur pencarian, unggah, dan/atau unduh",
              },
              note = "",
              differences = {
                { source = "pedoman-3-2024",
                  text = "Contoh pada uraian pemenuhan dikoreksi dari 'data terbuka' menjadi dokumen hukum." },
              } },
            { level = 3, name = "Transaksi",
              criteria = {
                { id = "I44.3.a", basis = "permenpanrb-59-2020",
                  text = "Sistem memproses transaksi data dokumentasi dan informasi hukum, tidak sekadar unggah dan unduh." },
                { id = "I44.3.b", basis = "permenpanrb-59-2020",
                  text = "Sistem menanggapi pengguna lewat validasi, persetujuan, alur kerja otomatis, analitik, atau fungsi sejenis, contoh: validasi dokumen hukum." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan alur transaksi, validasi, persetujuan, dan/atau analitik data",
              },
              note = "Peraturan dan pedoman memberi contoh fungsi ('seperti', 'dan/atau'), bukan daftar wajib.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh 'otomasi alur kerja' pada peraturan tidak dicantumkan lagi." },
              } },
            { level = 4, name = "Kolaborasi",
              criteria = {
                { id = "I44.4.a", basis = "permenpanrb-59-2020",
                  text = "Layanan terintegrasi atau berbagi data dengan layanan SPBE lain, contoh: layanan JDIH instansi lain." },
              },
              evidence = {
                "Arsitektur aplikasi, repositori API, atau dokumentasi integrasi layanan/middleware/basis data",
              },
              note = "Satu integrasi yang berjalan sudah memenuhi: naskah memberi contoh dengan 'dan/atau'. Menurut peraturan, integrasi boleh horizontal (layanan yang berbeda) atau vertikal (layanan sejenis secara berjenjang).",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh mitra integrasi pada uraian pemenuhan: kearsipan, perpustakaan." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I44.5.a", basis = "permenpanrb-59-2020",
                  text = "Layanan direviu dan/atau dievaluasi terhadap perubahan lingkungan, regulasi, teknologi, atau kebutuhan instansi." },
                { id = "I44.5.b", basis = "permenpanrb-59-2020",
                  text = "Layanan diperbaiki berdasarkan hasil reviu/evaluasi tersebut." },
              },
              evidence = {
                "Bukti fitur atau layanan yang ditingkatkan, atau penguatan kebijakan, tata kelola, dan help desk layanan",
                "Atau bukti terhubung dengan Portal Nasional Pelayanan Publik atau satu portal pelayanan publik milik instansi (Pedoman 3/2024)",
                "Laporan, notula, atau catatan reviu/evaluasi layanan JDIH; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "Perbaikan dapat berupa pengembangan fungsi layanan; sejak Pedoman 6/2023 juga penguatan kebijakan, perbaikan tata kelola, dan help desk; sejak Pedoman 3/2024 juga hubungan ke portal.",
              differences = {
                { source = "pedoman-6-2023",
                  text = "Bukti optimalisasi boleh berupa penguatan kebijakan, perbaikan tata kelola, dan help desk layanan; Kepmen 962/2021 hanya meminta peningkatan fungsi." },
                { source = "pedoman-3-2024",
                  text = "Pilihan pemenuhan ditambah: terhubung dengan Portal Nasional Pelayanan Publik atau satu portal pelayanan publik milik instansi. Nilai 5 dipertahankan dengan reviu fungsi layanan dan tindak lanjutnya." },
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu yang berkesinambungan, Kepmen 962/2021 tidak menyebut usia dan hanya meminta rekomendasi tindak lanjut. Evaluasi atau reviu sama-sama diterima." },
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

        -- I45 Layanan Publik Sektor 1
        -- I45 to I47, level 5: the text says "technology and need" where other services say "or";
        -- it is read as "or" (see known_conflicts).
        { id = "I45", no = 45, kind = "service", weight = 3,
          name = "Tingkat Kematangan Layanan Publik Sektor 1",
          short_name = "Layanan Publik Sektor 1",
          aliases = { "Tingkat Kematangan Layanan Publik Sektoral 1" },
          definition = "Menilai kemampuan fungsi layanan publik sektoral pilihan ke-1 instansi, misalnya perizinan, kesehatan, atau pendidikan.",
          legal_basis = { "Perpres 95/2018 Pasal 42 dan 44" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Instansi memilih sendiri layanan sesuai tugas pokok, di luar layanan pada Indikator 32-44, dan boleh berjenis G2C, G2B, atau G2G; tiga layanan dinilai lewat tiga indikator. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Informasi", baseline = true,
              criteria = {
                { id = "I45.1.a", basis = "permenpanrb-59-2020",
                  text = "Layanan elektronik menyajikan informasi layanan sektoral, sedikitnya satu arah." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan informasi layanan sektoral, contoh: statistik layanan",
              },
              note = "Garis dasar: instansi tanpa layanan ini pun memperoleh nilai 1. Kriteria a baru menentukan untuk tingkat 2 ke atas.",
              differences = {
                { source = "pedoman-6-2023",
                  text = "Pedoman 6/2023 dan 3/2024 menegaskan jenis layanan G2C, G2B, dan G2G; Kepmen 962/2021 tidak menyebutnya." },
              } },
            { level = 2, name = "Interaksi",
              criteria = {
                { id = "I45.2.a", basis = "permenpanrb-59-2020",
                  text = "Pengguna dapat berinteraksi, minimal lewat pencarian, unggah, atau unduh dokumen layanan sektoral, contoh: dokumen perizinan." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan fitur pencarian, unggah, dan/atau unduh",
              },
              note = "" },
            { level = 3, name = "Transaksi",
              criteria = {
                { id = "I45.3.a", basis = "permenpanrb-59-2020",
                  text = "Sistem memproses transaksi data layanan sektoral, tidak sekadar unggah dan unduh." },
                { id = "I45.3.b", basis = "permenpanrb-59-2020",
                  text = "Sistem menanggapi pengguna lewat validasi, persetujuan, alur kerja otomatis, analitik, atau fungsi sejenis, contoh: validasi dan persetujuan permohonan." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan alur transaksi, validasi, persetujuan, dan/atau analitik data",
              },
              note = "Peraturan dan pedoman memberi contoh fungsi ('seperti', 'dan/atau'), bukan daftar wajib.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh 'otomasi alur kerja' pada peraturan tidak dicantumkan lagi." },
              } },
            { level = 4, name = "Kolaborasi",
              criteria = {
                { id = "I45.4.a", basis = "permenpanrb-59-2020",
                  text = "Layanan terintegrasi atau berbagi data dengan layanan SPBE lain, contoh: layanan publik sektoral atau layanan SPBE instansi lain." },
              },
              evidence = {
                "Arsitektur aplikasi, repositori API, atau dokumentasi integrasi layanan/middleware/basis data",
                "Atau bukti penerapan Mal Pelayanan Publik (MPP) Digital (sejak Pedoman 6/2023)",
              },
              note = "Satu integrasi yang berjalan sudah memenuhi: naskah memberi contoh dengan 'dan/atau'. Menurut peraturan, integrasi boleh horizontal (layanan yang berbeda) atau vertikal (layanan sejenis secara berjenjang). Sejak Pedoman 6/2023, penerapan MPP Digital juga memenuhi tingkat ini.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh mitra integrasi pada uraian pemenuhan: kependudukan, perizinan." },
                { source = "pedoman-6-2023",
                  text = "Penerapan Mal Pelayanan Publik (MPP) Digital diterima sebagai pemenuhan tingkat 4." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I45.5.a", basis = "permenpanrb-59-2020",
                  text = "Layanan direviu dan/atau dievaluasi terhadap perubahan lingkungan, regulasi, teknologi, atau kebutuhan instansi." },
                { id = "I45.5.b", basis = "permenpanrb-59-2020",
                  text = "Layanan diperbaiki berdasarkan hasil reviu/evaluasi tersebut." },
              },
              evidence = {
                "Bukti fitur atau layanan yang ditingkatkan, atau penguatan kebijakan, tata kelola, dan help desk layanan",
                "Atau bukti dukungan RB Tematik, MPP Digital terintegrasi, atau pemakaian hingga 80% pengguna (Pedoman 6/2023)",
                "Atau laporan survei pengguna SPBE, atau bukti terhubung dengan Portal Nasional Pelayanan Publik atau satu portal pelayanan publik milik instansi (Pedoman 3/2024)",
                "Laporan, notula, atau catatan reviu/evaluasi layanan publik sektor 1; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "Perbaikan dapat berupa pengembangan fungsi layanan; sejak Pedoman 6/2023 juga penguatan kebijakan, perbaikan tata kelola, dan help desk; sejak Pedoman 3/2024 juga hubungan ke portal. Pilihan khusus layanan sektoral: lihat perbedaan antarpedoman. Naskah menulis 'teknologi dan kebutuhan', layanan lain 'atau'; dibaca sama.",
              differences = {
                { source = "pedoman-6-2023",
                  text = "Bukti optimalisasi boleh berupa penguatan kebijakan, perbaikan tata kelola, dan help desk layanan; Kepmen 962/2021 hanya meminta peningkatan fungsi." },
                { source = "pedoman-3-2024",
                  text = "Pilihan pemenuhan ditambah: terhubung dengan Portal Nasional Pelayanan Publik atau satu portal pelayanan publik milik instansi. Nilai 5 dipertahankan dengan reviu fungsi layanan dan tindak lanjutnya." },
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu yang berkesinambungan, Kepmen 962/2021 tidak menyebut usia dan hanya meminta rekomendasi tindak lanjut. Evaluasi atau reviu sama-sama diterima." },
                { source = "pedoman-6-2023",
                  text = "Alternatif tingkat 5: mendukung RB Tematik (digitalisasi administrasi, pengentasan kemiskinan, kemudahan investasi, prioritas Presiden), MPP Digital terintegrasi, atau pemakaian mencapai 80% pengguna." },
                { source = "pedoman-3-2024",
                  text = "Alternatif tambahan: survei Pengguna SPBE dengan instrumen baku." },
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

        -- I46 Layanan Publik Sektor 2
        { id = "I46", no = 46, kind = "service", weight = 3,
          name = "Tingkat Kematangan Layanan Publik Sektor 2",
          short_name = "Layanan Publik Sektor 2",
          aliases = { "Tingkat Kematangan Layanan Publik Sektoral 2" },
          definition = "Menilai kemampuan fungsi layanan publik sektoral pilihan ke-2 instansi, misalnya perizinan, kesehatan, atau pendidikan.",
          legal_basis = { "Perpres 95/2018 Pasal 42 dan 44" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Instansi memilih sendiri layanan sesuai tugas pokok, di luar layanan pada Indikator 32-44, dan boleh berjenis G2C, G2B, atau G2G; tiga layanan dinilai lewat tiga indikator. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Informasi", baseline = true,
              criteria = {
                { id = "I46.1.a", basis = "permenpanrb-59-2020",
                  text = "Layanan elektronik menyajikan informasi layanan sektoral, sedikitnya satu arah." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan informasi layanan sektoral, contoh: statistik layanan",
              },
              note = "Garis dasar: instansi tanpa layanan ini pun memperoleh nilai 1. Kriteria a baru menentukan untuk tingkat 2 ke atas.",
              differences = {
                { source = "pedoman-6-2023",
                  text = "Pedoman 6/2023 dan 3/2024 menegaskan jenis layanan G2C, G2B, dan G2G; Kepmen 962/2021 tidak menyebutnya." },
              } },
            { level = 2, name = "Interaksi",
              criteria = {
                { id = "I46.2.a", basis = "permenpanrb-59-2020",
                  text = "Pengguna dapat berinteraksi, minimal lewat pencarian, unggah, atau unduh dokumen layanan sektoral, contoh: dokumen perizinan." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan fitur pencarian, unggah, dan/atau unduh",
              },
              note = "" },
            { level = 3, name = "Transaksi",
              criteria = {
                { id = "I46.3.a", basis = "permenpanrb-59-2020",
                  text = "Sistem memproses transaksi data layanan sektoral, tidak sekadar unggah dan unduh." },
                { id = "I46.3.b", basis = "permenpanrb-59-2020",
                  text = "Sistem menanggapi pengguna lewat validasi, persetujuan, alur kerja otomatis, analitik, atau fungsi sejenis, contoh: validasi dan persetujuan permohonan." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan alur transaksi, validasi, persetujuan, dan/atau analitik data",
              },
              note = "Peraturan dan pedoman memberi contoh fungsi ('seperti', 'dan/atau'), bukan daftar wajib.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh 'otomasi alur kerja' pada peraturan tidak dicantumkan lagi." },
              } },
            { level = 4, name = "Kolaborasi",
              criteria = {
                { id = "I46.4.a", basis = "permenpanrb-59-2020",
                  text = "Layanan terintegrasi atau berbagi data dengan layanan SPBE lain, contoh: layanan publik sektoral atau layanan SPBE instansi lain." },
              },
              evidence = {
                "Arsitektur aplikasi, repositori API, atau dokumentasi integrasi layanan/middleware/basis data",
                "Atau bukti penerapan Mal Pelayanan Publik (MPP) Digital (sejak Pedoman 6/2023)",
              },
              note = "Satu integrasi yang berjalan sudah memenuhi: naskah memberi contoh dengan 'dan/atau'. Menurut peraturan, integrasi boleh horizontal (layanan yang berbeda) atau vertikal (layanan sejenis secara berjenjang). Sejak Pedoman 6/2023, penerapan MPP Digital juga memenuhi tingkat ini.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh mitra integrasi pada uraian pemenuhan: kependudukan, perizinan." },
                { source = "pedoman-6-2023",
                  text = "Penerapan Mal Pelayanan Publik (MPP) Digital diterima sebagai pemenuhan tingkat 4." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I46.5.a", basis = "permenpanrb-59-2020",
                  text = "Layanan direviu dan/atau dievaluasi terhadap perubahan lingkungan, regulasi, teknologi, atau kebutuhan instansi." },
                { id = "I46.5.b", basis = "permenpanrb-59-2020",
                  text = "Layanan diperbaiki berdasarkan hasil reviu/evaluasi tersebut." },
              },
              evidence = {
                "Bukti fitur atau layanan yang ditingkatkan, atau penguatan kebijakan, tata kelola, dan help desk layanan",
                "Atau bukti dukungan RB Tematik, MPP Digital terintegrasi, atau pemakaian hingga 80% pengguna (Pedoman 6/2023)",
                "Atau laporan survei pengguna SPBE, atau bukti terhubung dengan Portal Nasional Pelayanan Publik atau satu portal pelayanan publik milik instansi (Pedoman 3/2024)",
                "Laporan, notula, atau catatan reviu/evaluasi layanan publik sektor 2; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "Perbaikan dapat berupa pengembangan fungsi layanan; sejak Pedoman 6/2023 juga penguatan kebijakan, perbaikan tata kelola, dan help desk; sejak Pedoman 3/2024 juga hubungan ke portal. Pilihan khusus layanan sektoral: lihat perbedaan antarpedoman. Naskah menulis 'teknologi dan kebutuhan', layanan lain 'atau'; dibaca sama.",
              differences = {
                { source = "pedoman-6-2023",
                  text = "Bukti optimalisasi boleh berupa penguatan kebijakan, perbaikan tata kelola, dan help desk layanan; Kepmen 962/2021 hanya meminta peningkatan fungsi." },
                { source = "pedoman-3-2024",
                  text = "Pilihan pemenuhan ditambah: terhubung dengan Portal Nasional Pelayanan Publik atau satu portal pelayanan publik milik instansi. Nilai 5 dipertahankan dengan reviu fungsi layanan dan tindak lanjutnya." },
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu yang berkesinambungan, Kepmen 962/2021 tidak menyebut usia dan hanya meminta rekomendasi tindak lanjut. Evaluasi atau reviu sama-sama diterima." },
                { source = "pedoman-6-2023",
                  text = "Alternatif tingkat 5: mendukung RB Tematik (digitalisasi administrasi, pengentasan kemiskinan, kemudahan investasi, prioritas Presiden), MPP Digital terintegrasi, atau pemakaian mencapai 80% pengguna." },
                { source = "pedoman-3-2024",
                  text = "Alternatif tambahan: survei Pengguna SPBE dengan instrumen baku." },
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

        -- I47 Layanan Publik Sektor 3
        { id = "I47", no = 47, kind = "service", weight = 3,
          name = "Tingkat Kematangan Layanan Publik Sektor 3",
          short_name = "Layanan Publik Sektor 3",
          aliases = { "Tingkat Kematangan Layanan Publik Sektoral 3" },
          definition = "Menilai kemampuan fungsi layanan publik sektoral pilihan ke-3 instansi, misalnya perizinan, kesehatan, atau pendidikan.",
          legal_basis = { "Perpres 95/2018 Pasal 42 dan 44" },
          applicability = "Berlaku sama bagi Instansi Pusat dan Pemerintah Daerah. Instansi memilih sendiri layanan sesuai tugas pokok, di luar layanan pada Indikator 32-44, dan boleh berjenis G2C, G2B, atau G2G; tiga layanan dinilai lewat tiga indikator. Tidak ada pilihan 'tidak berlaku'; nilai terendah 1.",
          levels = {
            { level = 1, name = "Informasi", baseline = true,
              criteria = {
                { id = "I47.1.a", basis = "permenpanrb-59-2020",
                  text = "Layanan elektronik menyajikan informasi layanan sektoral, sedikitnya satu arah." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan informasi layanan sektoral, contoh: statistik layanan",
              },
              note = "Garis dasar: instansi tanpa layanan ini pun memperoleh nilai 1. Kriteria a baru menentukan untuk tingkat 2 ke atas.",
              differences = {
                { source = "pedoman-6-2023",
                  text = "Pedoman 6/2023 dan 3/2024 menegaskan jenis layanan G2C, G2B, dan G2G; Kepmen 962/2021 tidak menyebutnya." },
              } },
            { level = 2, name = "Interaksi",
              criteria = {
                { id = "I47.2.a", basis = "permenpanrb-59-2020",
                  text = "Pengguna dapat berinteraksi, minimal lewat pencarian, unggah, atau unduh dokumen layanan sektoral, contoh: dokumen perizinan." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan fitur pencarian, unggah, dan/atau unduh",
              },
              note = "" },
            { level = 3, name = "Transaksi",
              criteria = {
                { id = "I47.3.a", basis = "permenpanrb-59-2020",
                  text = "Sistem memproses transaksi data layanan sektoral, tidak sekadar unggah dan unduh." },
                { id = "I47.3.b", basis = "permenpanrb-59-2020",
                  text = "Sistem menanggapi pengguna lewat validasi, persetujuan, alur kerja otomatis, analitik, atau fungsi sejenis, contoh: validasi dan persetujuan permohonan." },
              },
              evidence = {
                "Tangkapan layar, video, buku manual, atau URL (dengan akun uji) yang menunjukkan alur transaksi, validasi, persetujuan, dan/atau analitik data",
              },
              note = "Peraturan dan pedoman memberi contoh fungsi ('seperti', 'dan/atau'), bukan daftar wajib.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh 'otomasi alur kerja' pada peraturan tidak dicantumkan lagi." },
              } },
            { level = 4, name = "Kolaborasi",
              criteria = {
                { id = "I47.4.a", basis = "permenpanrb-59-2020",
                  text = "Layanan terintegrasi atau berbagi data dengan layanan SPBE lain, contoh: layanan publik sektoral atau layanan SPBE instansi lain." },
              },
              evidence = {
                "Arsitektur aplikasi, repositori API, atau dokumentasi integrasi layanan/middleware/basis data",
                "Atau bukti penerapan Mal Pelayanan Publik (MPP) Digital (sejak Pedoman 6/2023)",
              },
              note = "Satu integrasi yang berjalan sudah memenuhi: naskah memberi contoh dengan 'dan/atau'. Menurut peraturan, integrasi boleh horizontal (layanan yang berbeda) atau vertikal (layanan sejenis secara berjenjang). Sejak Pedoman 6/2023, penerapan MPP Digital juga memenuhi tingkat ini.",
              differences = {
                { source = "kepmenpanrb-962-2021",
                  text = "Contoh mitra integrasi pada uraian pemenuhan: kependudukan, perizinan." },
                { source = "pedoman-6-2023",
                  text = "Penerapan Mal Pelayanan Publik (MPP) Digital diterima sebagai pemenuhan tingkat 4." },
              } },
            { level = 5, name = "Optimum",
              criteria = {
                { id = "I47.5.a", basis = "permenpanrb-59-2020",
                  text = "Layanan direviu dan/atau dievaluasi terhadap perubahan lingkungan, regulasi, teknologi, atau kebutuhan instansi." },
                { id = "I47.5.b", basis = "permenpanrb-59-2020",
                  text = "Layanan diperbaiki berdasarkan hasil reviu/evaluasi tersebut." },
              },
              evidence = {
                "Bukti fitur atau layanan yang ditingkatkan, atau penguatan kebijakan, tata kelola, dan help desk layanan",
                "Atau bukti dukungan RB Tematik, MPP Digital terintegrasi, atau pemakaian hingga 80% pengguna (Pedoman 6/2023)",
                "Atau laporan survei pengguna SPBE, atau bukti terhubung dengan Portal Nasional Pelayanan Publik atau satu portal pelayanan publik milik instansi (Pedoman 3/2024)",
                "Laporan, notula, atau catatan reviu/evaluasi layanan publik sektor 3; usia kurang dari 2 tahun (Pedoman 3/2024)",
                "Isi hasil reviu: masalah nyata beserta rekomendasi perbaikan",
                "Undangan atau dokumentasi rapat evaluasi (opsional)",
              },
              note = "Perbaikan dapat berupa pengembangan fungsi layanan; sejak Pedoman 6/2023 juga penguatan kebijakan, perbaikan tata kelola, dan help desk; sejak Pedoman 3/2024 juga hubungan ke portal. Pilihan khusus layanan sektoral: lihat perbedaan antarpedoman. Naskah menulis 'teknologi dan kebutuhan', layanan lain 'atau'; dibaca sama.",
              differences = {
                { source = "pedoman-6-2023",
                  text = "Bukti optimalisasi boleh berupa penguatan kebijakan, perbaikan tata kelola, dan help desk layanan; Kepmen 962/2021 hanya meminta peningkatan fungsi." },
                { source = "pedoman-3-2024",
                  text = "Pilihan pemenuhan ditambah: terhubung dengan Portal Nasional Pelayanan Publik atau satu portal pelayanan publik milik instansi. Nilai 5 dipertahankan dengan reviu fungsi layanan dan tindak lanjutnya." },
                { source = "pedoman-3-2024",
                  text = "Masa berlaku hasil reviu/evaluasi dibatasi kurang dari 2 tahun; Pedoman 6/2023 meminta reviu yang berkesinambungan, Kepmen 962/2021 tidak menyebut usia dan hanya meminta rekomendasi tindak lanjut. Evaluasi atau reviu sama-sama diterima." },
                { source = "pedoman-6-2023",
                  text = "Alternatif tingkat 5: mendukung RB Tematik (digitalisasi administrasi, pengentasan kemiskinan, kemudahan investasi, prioritas Presiden), MPP Digital terintegrasi, atau pemakaian mencapai 80% pengguna." },
                { source = "pedoman-3-2024",
                  text = "Alternatif tambahan: survei Pengguna SPBE dengan instrumen baku." },
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
