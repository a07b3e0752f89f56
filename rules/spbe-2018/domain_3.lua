--- Domain 3, Layanan SPBE: indicators I25 to I35, the last in three slots.
--
-- Structure, weights and criteria: the questionnaire of PermenPANRB 5/2018, read in the documents
-- S1 to S3 and S9 of notes.lua; the regulation's annex itself could not be read. Written in our own
-- words; the official texts bind.
--
-- level_zero: what level 0 means; it needs nothing and is granted to everyone. examples: what reaches
-- a level, for example; not a criterion. evidence: what assessors accept, by level as this pack reads
-- the list of the indicator, evidence_all. sources: in how many documents the levels read alike.
--
-- I35 is assessed three times, for three services; each slot weighs as much as one of the other
-- three indicators of its aspect, a sixth of 20.
return {
  id = "D3", no = 3, weight = 55,
  name = "Layanan SPBE",
  aspects = {

    -- A6 Layanan Administrasi Pemerintahan Berbasis Elektronik
    { id = "A6", no = 6, weight = 35,
      name = "Layanan Administrasi Pemerintahan Berbasis Elektronik",
      indicators = {

        -- I25 Layanan Naskah Dinas
        { id = "I25", no = 25, kind = "service", weight = 5,
          name = "Layanan Naskah Dinas",
          short_name = "Naskah Dinas",
          scope = "Layanan naskah dinas berbasis elektronik.",
          level_zero = "Sistem naskah dinas elektronik belum tersedia.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I25.1.a",
                  text = "Sistem hanya menyiarkan informasi searah, misalnya undangan, disposisi, dan surat resmi." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              } },
            { level = 2,
              criteria = {
                { id = "I25.2.a",
                  text = "Pengguna dapat mencari informasi surat serta mengunggah dan mengunduh dokumen elektronik." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              } },
            { level = 3,
              criteria = {
                { id = "I25.3.a",
                  text = "Pengguna memasukkan dokumen atau data dan sistem menanggapinya." },
                { id = "I25.3.b",
                  text = "Tanggapan meliputi alur persetujuan, pembubuhan tanda tangan digital, dan penyampaian ke penerima internal." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              } },
            { level = 4,
              criteria = {
                { id = "I25.4.a",
                  text = "Persuratan tersambung dengan layanan SPBE lain, misalnya kepegawaian, atau dengan instansi lain." },
              },
              evidence = {
                "tangkapan layar layanan",
                "arsitektur aplikasi",
                "pengelolaan repositori API",
              } },
            { level = 5,
              criteria = {
                { id = "I25.5.a",
                  text = "Sistem naskah dinas elektronik terus disempurnakan mengikuti perkembangan lingkungan, teknologi, dan keperluan instansi." },
              },
              evidence = {
                "pengelolaan repositori API",
                "unit kerja penanggung jawab manajemen layanan",
              } },
          },
          evidence_all = {
            "panduan atau dokumentasi penggunaan aplikasi",
            "tangkapan layar layanan",
            "daftar layanan dan fitur aplikasi",
            "arsitektur aplikasi",
            "pengelolaan repositori API",
            "unit kerja penanggung jawab manajemen layanan",
          },
          source_ids = { "S1", "S2", "S3", "S9" }, sources = 4, confidence = "high",
        },

        -- I26 Layanan Manajemen Kepegawaian
        { id = "I26", no = 26, kind = "service", weight = 5,
          name = "Layanan Manajemen Kepegawaian",
          short_name = "Kepegawaian",
          scope = "Layanan manajemen kepegawaian berbasis elektronik.",
          level_zero = "Sistem manajemen kepegawaian belum tersedia.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I26.1.a",
                  text = "Sistem hanya menampilkan data searah, misalnya nomor induk, riwayat jabatan, dan riwayat pendidikan." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              } },
            { level = 2,
              criteria = {
                { id = "I26.2.a",
                  text = "Pengguna dapat menelusuri data kepegawaian dan mengambil dokumen pribadinya; pencatatan kinerja belum ada." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              } },
            { level = 3,
              criteria = {
                { id = "I26.3.a",
                  text = "Pengguna bertransaksi dan sistem menanggapinya, misalnya persetujuan kenaikan pangkat dan pengajuan cuti." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              } },
            { level = 4,
              criteria = {
                { id = "I26.4.a",
                  text = "Layanan tersambung dengan layanan lain (persuratan, keuangan) atau dengan sistem instansi lain seperti BKN." },
              },
              evidence = {
                "tangkapan layar layanan",
                "arsitektur aplikasi",
                "pengelolaan repositori API",
              } },
            { level = 5,
              criteria = {
                { id = "I26.5.a",
                  text = "Sistem manajemen kepegawaian terus disempurnakan mengikuti perkembangan lingkungan, teknologi, dan keperluan instansi." },
              },
              evidence = {
                "pengelolaan repositori API",
                "unit kerja penanggung jawab manajemen layanan",
              } },
          },
          evidence_all = {
            "panduan atau dokumentasi penggunaan aplikasi",
            "tangkapan layar layanan",
            "daftar layanan dan fitur aplikasi",
            "arsitektur aplikasi",
            "pengelolaan repositori API",
            "unit kerja penanggung jawab manajemen layanan",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },

        -- I27 Layanan Manajemen Perencanaan
        { id = "I27", no = 27, kind = "service", weight = 5,
          name = "Layanan Manajemen Perencanaan",
          short_name = "Perencanaan",
          scope = "Layanan manajemen perencanaan berbasis elektronik.",
          level_zero = "Sistem manajemen perencanaan belum tersedia.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I27.1.a",
                  text = "Sistem hanya menampilkan informasi rencana kegiatan secara searah." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "contoh aplikasi: SIPD, e-musrenbang, e-planning, RKPD daring" },
            { level = 2,
              criteria = {
                { id = "I27.2.a",
                  text = "Pengguna dapat menelusuri informasi dan mengambil dokumen rencana kegiatan." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "usulan kegiatan dapat dimasukkan" },
            { level = 3,
              criteria = {
                { id = "I27.3.a", text = "Pengguna mengunggah atau mengunduh data rencana." },
                { id = "I27.3.b",
                  text = "Sistem menanggapi dengan persetujuan dan validasi rencana kegiatan di lingkungan internal." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "usulan disetujui lewat sistem; ada analisis geospasial atau data luar" },
            { level = 4,
              criteria = {
                { id = "I27.4.a",
                  text = "Perencanaan tersambung dengan layanan lain (kepegawaian, keuangan, penilaian kinerja, penganggaran berbasis kinerja) atau dengan instansi lain." },
              },
              evidence = {
                "tangkapan layar layanan",
                "arsitektur aplikasi",
                "pengelolaan repositori API",
              },
              examples = "ada fitur pemantauan dan evaluasi" },
            { level = 5,
              criteria = {
                { id = "I27.5.a",
                  text = "Sistem manajemen perencanaan terus disempurnakan mengikuti perkembangan lingkungan, teknologi, dan keperluan instansi." },
              },
              evidence = {
                "pengelolaan repositori API",
                "unit kerja penanggung jawab manajemen layanan",
              },
              examples = "ada unit penangan permintaan perubahan, repositori API terbuka, dan bukti tindakan perubahan" },
          },
          evidence_all = {
            "panduan atau dokumentasi penggunaan aplikasi",
            "tangkapan layar layanan",
            "daftar layanan dan fitur aplikasi",
            "arsitektur aplikasi",
            "pengelolaan repositori API",
            "unit kerja penanggung jawab manajemen layanan",
          },
          note = "Pada S1-S3 contoh tingkat 1 di pilihan jawaban menyebut jumlah anggaran; penjelasan resmi (S3) dan catatan S1 menyebut rencana kegiatan, dan itulah yang dipakai di sini.",
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },

        -- I28 Layanan Manajemen Penganggaran
        { id = "I28", no = 28, kind = "service", weight = 5,
          name = "Layanan Manajemen Penganggaran",
          short_name = "Penganggaran",
          scope = "Layanan manajemen penganggaran berbasis elektronik.",
          level_zero = "Sistem manajemen penganggaran belum tersedia.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I28.1.a",
                  text = "Sistem hanya menampilkan informasi anggaran secara searah, misalnya jumlah yang tersedia." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "usulan anggaran kegiatan ditampilkan" },
            { level = 2,
              criteria = {
                { id = "I28.2.a",
                  text = "Pengguna dapat mencari informasi, mengunduh dokumen, dan memasukkan usulan anggaran." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "usulan anggaran dapat dimasukkan" },
            { level = 3,
              criteria = {
                { id = "I28.3.a", text = "Pengguna mengunggah atau mengunduh data anggaran." },
                { id = "I28.3.b",
                  text = "Sistem menanggapi dengan persetujuan, validasi, dan analisis anggaran di lingkungan internal." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "usulan disetujui lewat sistem; ada analisis data luar" },
            { level = 4,
              criteria = {
                { id = "I28.4.a",
                  text = "Penganggaran tersambung dengan layanan lain (perencanaan, keuangan, kinerja, kepegawaian) atau dengan instansi lain seperti Kementerian Keuangan." },
              },
              evidence = {
                "tangkapan layar layanan",
                "arsitektur aplikasi",
                "pengelolaan repositori API",
              },
              examples = "ada fitur pemantauan dan evaluasi" },
            { level = 5,
              criteria = {
                { id = "I28.5.a",
                  text = "Sistem manajemen penganggaran terus disempurnakan mengikuti perkembangan lingkungan, teknologi, dan keperluan instansi." },
              },
              evidence = {
                "pengelolaan repositori API",
                "unit kerja penanggung jawab manajemen layanan",
              },
              examples = "ada unit penangan permintaan perubahan, repositori API terbuka, dan bukti tindakan perubahan" },
          },
          evidence_all = {
            "panduan atau dokumentasi penggunaan aplikasi",
            "tangkapan layar layanan",
            "daftar layanan dan fitur aplikasi",
            "arsitektur aplikasi",
            "pengelolaan repositori API",
            "unit kerja penanggung jawab manajemen layanan",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },

        -- I29 Layanan Manajemen Keuangan
        { id = "I29", no = 29, kind = "service", weight = 5,
          name = "Layanan Manajemen Keuangan",
          short_name = "Keuangan",
          scope = "Layanan manajemen keuangan berbasis elektronik.",
          level_zero = "Sistem manajemen keuangan belum tersedia.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I29.1.a",
                  text = "Sistem hanya menampilkan administrasi atau laporan keuangan secara searah." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "contoh: arus kas, laporan keuangan, penggajian, SIMDA, SIMAK" },
            { level = 2,
              criteria = {
                { id = "I29.2.a",
                  text = "Pengguna dapat mencari informasi, mengunduh dokumen, memasukkan data keuangan, dan melihat dasbor." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "slip gaji dapat diunduh; ada notifikasi" },
            { level = 3,
              criteria = {
                { id = "I29.3.a", text = "Pengguna mengunggah atau mengunduh data keuangan." },
                { id = "I29.3.b",
                  text = "Sistem menanggapi dengan persetujuan atasan, validasi, dan analisis keuangan." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "validasi penggunaan uang lewat sistem; ada analisis data luar" },
            { level = 4,
              criteria = {
                { id = "I29.4.a",
                  text = "Keuangan tersambung dengan layanan lain (kepegawaian, penganggaran, kinerja, pengadaan, barang milik negara/daerah) atau dengan instansi lain seperti Kementerian Keuangan." },
              },
              evidence = {
                "tangkapan layar layanan",
                "arsitektur aplikasi",
                "pengelolaan repositori API",
              },
              examples = "terhubung dengan bank; ada pemantauan dan evaluasi" },
            { level = 5,
              criteria = {
                { id = "I29.5.a",
                  text = "Sistem manajemen keuangan terus disempurnakan mengikuti perkembangan lingkungan, teknologi, dan keperluan instansi." },
              },
              evidence = {
                "pengelolaan repositori API",
                "unit kerja penanggung jawab manajemen layanan",
              },
              examples = "ada unit penangan permintaan perubahan, repositori API terbuka, dan bukti tindakan perubahan" },
          },
          evidence_all = {
            "panduan atau dokumentasi penggunaan aplikasi",
            "tangkapan layar layanan",
            "daftar layanan dan fitur aplikasi",
            "arsitektur aplikasi",
            "pengelolaan repositori API",
            "unit kerja penanggung jawab manajemen layanan",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },

        -- I30 Layanan Manajemen Kinerja
        { id = "I30", no = 30, kind = "service", weight = 5,
          name = "Layanan Manajemen Kinerja",
          short_name = "Kinerja",
          scope = "Layanan manajemen kinerja (capaian sasaran organisasi) berbasis elektronik; lembar Rekap S1 menyebutnya Akuntabilitas Kinerja.",
          level_zero = "Sistem manajemen kinerja belum tersedia.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I30.1.a",
                  text = "Sistem hanya menampilkan indikator dan target kinerja secara searah." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "contoh aplikasi: e-performance, e-SAKIP, e-LAKIP" },
            { level = 2,
              criteria = {
                { id = "I30.2.a",
                  text = "Pengguna dapat menelusuri informasi dan mengirim kemajuan kinerja; persentase kemajuan tampil pada dasbor." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "capaian berkala dapat dimasukkan; ada notifikasi" },
            { level = 3,
              criteria = {
                { id = "I30.3.a", text = "Pengguna mengunggah atau mengunduh data kinerja." },
                { id = "I30.3.b",
                  text = "Sistem menanggapi dengan persetujuan atasan atas kinerja unit dan validasinya." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "pengukuran kinerja lewat sistem; ada analisis data luar" },
            { level = 4,
              criteria = {
                { id = "I30.4.a",
                  text = "Kinerja tersambung dengan layanan lain seperti perencanaan, penganggaran, monev, RKPD, atau e-musrenbang." },
              },
              evidence = {
                "tangkapan layar layanan",
                "arsitektur aplikasi",
                "pengelolaan repositori API",
              },
              examples = "tersambung dengan penganggaran berbasis kinerja; ada pemantauan dan evaluasi" },
            { level = 5,
              criteria = {
                { id = "I30.5.a",
                  text = "Sistem manajemen kinerja terus disempurnakan mengikuti perkembangan lingkungan, teknologi, dan keperluan instansi." },
              },
              evidence = {
                "pengelolaan repositori API",
                "unit kerja penanggung jawab manajemen layanan",
              },
              examples = "ada unit penangan permintaan perubahan, repositori API terbuka, dan bukti tindakan perubahan" },
          },
          evidence_all = {
            "panduan atau dokumentasi penggunaan aplikasi",
            "tangkapan layar layanan",
            "daftar layanan dan fitur aplikasi",
            "arsitektur aplikasi",
            "pengelolaan repositori API",
            "unit kerja penanggung jawab manajemen layanan",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },

        -- I31 Layanan Pengadaan
        { id = "I31", no = 31, kind = "service", weight = 5,
          name = "Layanan Pengadaan",
          short_name = "Pengadaan",
          scope = "Layanan pengadaan barang/jasa secara elektronik (LPSE).",
          level_zero = "Sistem pengadaan elektronik belum tersedia.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I31.1.a",
                  text = "Sistem hanya menampilkan informasi searah, misalnya daftar lelang barang/jasa." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              } },
            { level = 2,
              criteria = {
                { id = "I31.2.a",
                  text = "Pengguna dapat menelusuri informasi, mengambil dan mengirim dokumen, serta mengisi data pengadaan." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              } },
            { level = 3,
              criteria = {
                { id = "I31.3.a",
                  text = "Sistem menanggapi pengguna: persetujuan dan validasi alur pengadaan serta verifikasi penyedia." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "tersambung vertikal ke LKPP" },
            { level = 4,
              criteria = {
                { id = "I31.4.a",
                  text = "Pengadaan tersambung dengan layanan lain (penganggaran, keuangan) atau dengan layanan SPBE instansi lain." },
              },
              evidence = {
                "tangkapan layar layanan",
                "arsitektur aplikasi",
                "pengelolaan repositori API",
              },
              examples = "tersambung horizontal ke layanan lain" },
            { level = 5,
              criteria = {
                { id = "I31.5.a",
                  text = "Sistem pengadaan elektronik terus disempurnakan mengikuti perkembangan lingkungan, teknologi, dan keperluan instansi." },
              },
              evidence = {
                "pengelolaan repositori API",
                "unit kerja penanggung jawab manajemen layanan",
              },
              examples = "ada unit penangan permintaan perubahan, repositori API terbuka, dan bukti tindakan perubahan" },
          },
          evidence_all = {
            "panduan atau dokumentasi penggunaan aplikasi",
            "tangkapan layar layanan",
            "daftar layanan dan fitur aplikasi",
            "arsitektur aplikasi",
            "pengelolaan repositori API",
            "unit kerja penanggung jawab manajemen layanan",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },
      } },

    -- A7 Layanan Publik Berbasis Elektronik
    { id = "A7", no = 7, weight = 20,
      name = "Layanan Publik Berbasis Elektronik",
      indicators = {

        -- I32 Layanan Pengaduan Publik
        { id = "I32", no = 32, kind = "service", weight = "20/6",
          name = "Layanan Pengaduan Publik",
          short_name = "Pengaduan Publik",
          scope = "Layanan pengaduan publik berbasis elektronik.",
          level_zero = "Sistem pengaduan publik belum tersedia.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I32.1.a",
                  text = "Sistem hanya menampilkan informasi searah, misalnya waktu respons dan tata cara mengadu." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "contoh aplikasi: e-Lapor, Qlue, SAPA Kemendagri" },
            { level = 2,
              criteria = {
                { id = "I32.2.a", text = "Pengguna dapat mencari informasi dan mengirim aduan." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "infografis kemajuan aduan dapat diunduh; ada notifikasi" },
            { level = 3,
              criteria = {
                { id = "I32.3.a",
                  text = "Aduan ditanggapi sistem: kemajuan penyelesaian dan hasil akhirnya dapat diketahui pengadu." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "aduan dapat dieskalasi" },
            { level = 4,
              criteria = {
                { id = "I32.4.a",
                  text = "Pengaduan tersambung dengan layanan lain seperti manajemen kinerja atau layanan instansi lain seperti administrasi kependudukan." },
              },
              evidence = {
                "tangkapan layar layanan",
                "arsitektur aplikasi",
                "pengelolaan repositori API",
              },
              examples = "tersambung pula dengan media sosial" },
            { level = 5,
              criteria = {
                { id = "I32.5.a",
                  text = "Sistem pengaduan publik terus disempurnakan mengikuti perkembangan lingkungan, teknologi, dan keperluan instansi." },
              },
              evidence = {
                "pengelolaan repositori API",
                "unit kerja penanggung jawab manajemen layanan",
              },
              examples = "ada unit penangan permintaan perubahan, repositori API terbuka, dan bukti tindakan perubahan" },
          },
          evidence_all = {
            "panduan atau dokumentasi penggunaan aplikasi",
            "tangkapan layar layanan",
            "daftar layanan dan fitur aplikasi",
            "arsitektur aplikasi",
            "pengelolaan repositori API",
            "unit kerja penanggung jawab manajemen layanan",
          },
          source_ids = { "S1", "S2", "S3", "S9" }, sources = 4, confidence = "high",
        },

        -- I33 Layanan Dokumentasi dan Informasi Hukum
        { id = "I33", no = 33, kind = "service", weight = "20/6",
          name = "Layanan Dokumentasi dan Informasi Hukum",
          short_name = "JDIH",
          scope = "Jaringan dokumentasi dan informasi hukum berbasis elektronik.",
          level_zero = "JDIH elektronik belum tersedia.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I33.1.a",
                  text = "JDIH hanya menampilkan informasi hukum dan regulasi secara searah." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "ada repositori informasi hukum" },
            { level = 2,
              criteria = {
                { id = "I33.2.a",
                  text = "Pengguna dapat mencari informasi hukum dan mengunduh dokumennya." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "ada aplikasi JDIH khusus" },
            { level = 3,
              criteria = {
                { id = "I33.3.a",
                  text = "Pengguna mengunggah informasi hukum; sistem memeriksa keabsahan informasi dan berkas digital produk hukum." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "ada kendali validasi produk hukum" },
            { level = 4,
              criteria = {
                { id = "I33.4.a",
                  text = "JDIH tersambung dengan layanan instansi lain seperti Kementerian Hukum dan HAM." },
              },
              evidence = {
                "tangkapan layar layanan",
                "arsitektur aplikasi",
                "pengelolaan repositori API",
              } },
            { level = 5,
              criteria = {
                { id = "I33.5.a",
                  text = "JDIH elektronik terus disempurnakan mengikuti perkembangan lingkungan, teknologi, dan keperluan instansi." },
              },
              evidence = {
                "pengelolaan repositori API",
                "unit kerja penanggung jawab manajemen layanan",
              },
              examples = "ada unit penangan permintaan perubahan, repositori API terbuka, dan bukti tindakan perubahan" },
          },
          evidence_all = {
            "panduan atau dokumentasi penggunaan aplikasi",
            "tangkapan layar layanan",
            "daftar layanan dan fitur aplikasi",
            "arsitektur aplikasi",
            "pengelolaan repositori API",
            "unit kerja penanggung jawab manajemen layanan",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },

        -- I34 Layanan Whistle-Blowing System
        { id = "I34", no = 34, kind = "service", weight = "20/6",
          name = "Layanan Whistle-Blowing System",
          short_name = "WBS",
          scope = "Sistem pelaporan dugaan pelanggaran (peraturan, kode etik, KKN) berbasis elektronik.",
          level_zero = "WBS belum tersedia.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I34.1.a", text = "WBS baru menerima informasi dari pelapor." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              } },
            { level = 2,
              criteria = {
                { id = "I34.2.a", text = "Pelapor dapat mencari informasi dan mengirim laporan." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "laporan dapat diteruskan ke pihak terkait" },
            { level = 3,
              criteria = {
                { id = "I34.3.a",
                  text = "Laporan ditanggapi sistem: kemajuan dan hasil penyelesaian dapat diketahui pelapor." },
                { id = "I34.3.b",
                  text = "Kerahasiaan pelapor dijaga dan mekanisme nirsangkal diterapkan (menurut penjelasan tingkat)." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              },
              examples = "pelaporan anonim dimungkinkan" },
            { level = 4,
              criteria = {
                { id = "I34.4.a",
                  text = "WBS tersambung dengan layanan lain seperti manajemen kinerja atau dengan layanan instansi lain." },
              },
              evidence = {
                "tangkapan layar layanan",
                "arsitektur aplikasi",
                "pengelolaan repositori API",
              } },
            { level = 5,
              criteria = {
                { id = "I34.5.a",
                  text = "WBS terus disempurnakan mengikuti perkembangan lingkungan, teknologi, dan keperluan instansi." },
              },
              evidence = {
                "pengelolaan repositori API",
                "unit kerja penanggung jawab manajemen layanan",
              } },
          },
          evidence_all = {
            "panduan atau dokumentasi penggunaan aplikasi",
            "tangkapan layar layanan",
            "daftar layanan dan fitur aplikasi",
            "arsitektur aplikasi",
            "pengelolaan repositori API",
            "unit kerja penanggung jawab manajemen layanan",
          },
          source_ids = { "S1", "S2", "S3", "S9" }, sources = 4, confidence = "high",
        },

        -- I35 Layanan Publik Instansi Pemerintah
        { id = "I35", no = 35, kind = "service", weight = 10,
          name = "Layanan Publik Instansi Pemerintah",
          short_name = "Layanan Publik",
          slots = {
            { id = "I35-1", label = "Layanan publik 1", weight = "20/6" },
            { id = "I35-2", label = "Layanan publik 2", weight = "20/6" },
            { id = "I35-3", label = "Layanan publik 3", weight = "20/6" },
          },
          scope = "Sistem pelayanan publik yang menopang tugas pokok instansi; instansi mengajukan sedikitnya 3 layanan terbaik dan masing-masing dinilai sendiri (35-1, 35-2, 35-3).",
          level_zero = "Sistem pelayanan publik belum tersedia.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I35.1.a",
                  text = "Sistem hanya menampilkan informasi layanan secara searah." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              } },
            { level = 2,
              criteria = {
                { id = "I35.2.a",
                  text = "Pengguna dapat mencari informasi dan mengajukan permohonan layanan." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              } },
            { level = 3,
              criteria = {
                { id = "I35.3.a",
                  text = "Permohonan ditanggapi sistem: kemajuan proses, verifikasi, dan validasi informasi." },
              },
              evidence = {
                "panduan atau dokumentasi penggunaan aplikasi",
                "tangkapan layar layanan",
                "daftar layanan dan fitur aplikasi",
              } },
            { level = 4,
              criteria = {
                { id = "I35.4.a",
                  text = "Layanan tersambung dengan layanan lain seperti administrasi kependudukan atau dengan layanan SPBE instansi lain." },
              },
              evidence = {
                "tangkapan layar layanan",
                "arsitektur aplikasi",
                "pengelolaan repositori API",
              } },
            { level = 5,
              criteria = {
                { id = "I35.5.a",
                  text = "Sistem pelayanan publik terus disempurnakan mengikuti perkembangan lingkungan, teknologi, dan keperluan instansi." },
              },
              evidence = {
                "pengelolaan repositori API",
                "unit kerja penanggung jawab manajemen layanan",
              } },
          },
          evidence_all = {
            "panduan atau dokumentasi penggunaan aplikasi",
            "tangkapan layar layanan",
            "daftar layanan dan fitur aplikasi",
            "arsitektur aplikasi",
            "pengelolaan repositori API",
            "unit kerja penanggung jawab manajemen layanan",
          },
          note = "Uraian tiap layanan meliputi tujuan, pengguna, masukan dan keluaran, pengembang aplikasi, dan alasan pemilihan tingkat.",
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },
      } },
  },
}
