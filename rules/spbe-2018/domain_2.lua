--- Domain 2, Tata Kelola SPBE: indicators I18 to I24.
--
-- Structure, weights and criteria: the questionnaire of PermenPANRB 5/2018, read in the documents
-- S1 to S3 and S9 of notes.lua; the regulation's annex itself could not be read. Written in our own
-- words; the official texts bind.
--
-- level_zero: what level 0 means; it needs nothing and is granted to everyone. examples: what reaches
-- a level, for example; not a criterion. evidence: what assessors accept, by level as this pack reads
-- the list of the indicator, evidence_all. sources: in how many documents the levels read alike.
return {
  id = "D2", no = 2, weight = 28,
  name = "Tata Kelola SPBE",
  aspects = {

    -- A3 Kelembagaan
    { id = "A3", no = 3, weight = 8,
      name = "Kelembagaan",
      indicators = {

        -- I18 Tim Pengarah SPBE Instansi Pemerintah
        { id = "I18", no = 18, kind = "process", weight = 4,
          name = "Tim Pengarah SPBE Instansi Pemerintah",
          short_name = "Tim Pengarah",
          scope = "Tim pejabat yang mengarahkan, mengendalikan, dan menilai SPBE di instansi; komite atau tim pengarah TIK dan steering committee dipandang setara.",
          level_zero = "Tim pengarah belum dibentuk.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I18.1.a", text = "Tim ada tetapi belum punya penetapan resmi." },
                { id = "I18.1.b", text = "Tugas dikerjakan sementara, sebatas bila diperlukan." },
              },
              evidence = {} },
            { level = 2,
              criteria = {
                { id = "I18.2.a", text = "Tim punya penetapan resmi." },
                { id = "I18.2.b", text = "Baru sebagian tugasnya yang dikerjakan." },
              },
              evidence = { "surat keputusan pembentukan tim" } },
            { level = 3,
              criteria = {
                { id = "I18.3.a", text = "Tim yang resmi mengerjakan semua tugasnya." },
              },
              evidence = { "surat keputusan pembentukan tim" } },
            { level = 4,
              criteria = {
                { id = "I18.4.a",
                  text = "Pelaksanaan tugas tim dipantau dan dinilai secara berkala." },
              },
              evidence = { "bukti evaluasi tugas tim" } },
            { level = 5,
              criteria = {
                { id = "I18.5.a",
                  text = "Kinerja tim terus ditingkatkan berdasarkan temuan pemantauan dan evaluasi." },
              },
              evidence = { "bukti perbaikan pelaksanaan tugas" } },
          },
          evidence_all = {
            "surat keputusan pembentukan tim",
            "bukti evaluasi tugas tim",
            "bukti perbaikan pelaksanaan tugas",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },

        -- I19 Inovasi Proses Bisnis Terintegrasi
        { id = "I19", no = 19, kind = "process", weight = 4,
          name = "Inovasi Proses Bisnis Terintegrasi",
          short_name = "Proses Bisnis",
          scope = "Pembaruan dan penyatuan alur kerja antarunit hingga menjadi satu kesatuan; dapat pula antarinstansi.",
          level_zero = "Dokumen proses bisnis belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I19.1.a",
                  text = "Dokumen proses bisnis bersifat parsial dan dibuat sesaat." },
                { id = "I19.1.b", text = "Pembakuan belum dilakukan." },
              },
              evidence = { "dokumen proses bisnis" } },
            { level = 2,
              criteria = {
                { id = "I19.2.a", text = "Dokumen proses bisnis sudah baku." },
                { id = "I19.2.b",
                  text = "Pemakaiannya baru di sebagian unit kerja atau perangkat daerah." },
              },
              evidence = { "dokumen proses bisnis" } },
            { level = 3,
              criteria = {
                { id = "I19.3.a",
                  text = "Dokumen proses bisnis yang baku dipakai di seluruh unit kerja atau perangkat daerah." },
              },
              evidence = { "dokumen proses bisnis" } },
            { level = 4,
              criteria = {
                { id = "I19.4.a",
                  text = "Proses bisnis terpadu dijalankan melalui sistem elektronik." },
                { id = "I19.4.b", text = "Penerapannya dipantau dan dinilai secara berkala." },
              },
              evidence = { "dokumen proses bisnis terpadu", "bukti evaluasi proses bisnis" } },
            { level = 5,
              criteria = {
                { id = "I19.5.a",
                  text = "Proses bisnis terpadu terus dibenahi berdasarkan temuan pemantauan dan evaluasi." },
              },
              evidence = { "bukti perbaikan proses bisnis" } },
          },
          evidence_all = {
            "dokumen proses bisnis terpadu",
            "bukti evaluasi proses bisnis",
            "bukti perbaikan proses bisnis",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },
      } },

    -- A4 Strategi dan Perencanaan
    { id = "A4", no = 4, weight = 8,
      name = "Strategi dan Perencanaan",
      indicators = {

        -- I20 Rencana Induk SPBE Instansi Pemerintah
        { id = "I20", no = 20, kind = "process", weight = 4,
          name = "Rencana Induk SPBE Instansi Pemerintah",
          short_name = "Rencana Induk",
          scope = "Dokumen perencanaan SPBE: visi-misi, arsitektur (bisnis, data, aplikasi, teknologi, keamanan), dan peta jalan (program, target, tahun, biaya).",
          level_zero = "Dokumen rencana induk belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I20.1.a", text = "Rencana induk baru berwujud konsep." },
              },
              evidence = { "konsep rencana induk SPBE" } },
            { level = 2,
              criteria = {
                { id = "I20.2.a",
                  text = "Dokumen rencana induk ada, isinya baru sebagian dari visi-misi, arsitektur lima bidang, dan peta jalan." },
              },
              evidence = { "dokumen rencana induk SPBE" } },
            { level = 3,
              criteria = {
                { id = "I20.3.a",
                  text = "Dokumen rencana induk berisi lengkap visi-misi, arsitektur lima bidang, dan peta jalan." },
              },
              evidence = { "dokumen rencana induk SPBE" } },
            { level = 4,
              criteria = {
                { id = "I20.4.a",
                  text = "Peta jalan dijalankan konsisten lewat rencana kerja 3 tahun terakhir." },
                { id = "I20.4.b", text = "Pelaksanaannya dipantau dan dinilai secara berkala." },
              },
              evidence = {
                "bukti evaluasi rencana induk termasuk rencana kerja 3 tahun terakhir",
              } },
            { level = 5,
              criteria = {
                { id = "I20.5.a",
                  text = "Peta jalan terus dimutakhirkan berdasarkan temuan pemantauan dan evaluasi." },
              },
              evidence = { "bukti pemutakhiran rencana induk" } },
          },
          evidence_all = {
            "dokumen rencana induk SPBE",
            "bukti evaluasi rencana induk termasuk rencana kerja 3 tahun terakhir",
            "bukti pemutakhiran rencana induk",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },

        -- I21 Anggaran dan Belanja TIK
        { id = "I21", no = 21, kind = "process", weight = 4,
          name = "Anggaran dan Belanja TIK",
          short_name = "Anggaran",
          scope = "Rencana dan anggaran belanja TIK menurut siklus perencanaan dan penganggaran tahunan pemerintah.",
          level_zero = "Rencana dan anggaran TIK untuk SPBE belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I21.1.a",
                  text = "Rencana dan anggaran TIK untuk SPBE tercantum pada rencana kerja tahunan." },
              },
              evidence = { "dokumen perencanaan dan penganggaran TIK" } },
            { level = 2,
              criteria = {
                { id = "I21.2.a",
                  text = "Rencana dan anggaran TIK tercantum pada rencana kerja tahunan." },
                { id = "I21.2.b",
                  text = "Sebagian darinya dikonsultasikan ke unit pengelola TIK." },
              },
              evidence = { "dokumen perencanaan dan penganggaran TIK" } },
            { level = 3,
              criteria = {
                { id = "I21.3.a",
                  text = "Rencana dan anggaran TIK tercantum pada rencana kerja tahunan." },
                { id = "I21.3.b", text = "Semuanya dikonsultasikan ke unit pengelola TIK." },
              },
              evidence = { "dokumen perencanaan dan penganggaran TIK" } },
            { level = 4,
              criteria = {
                { id = "I21.4.a",
                  text = "Semua rencana dan anggaran TIK menyatu dan dikendalikan unit pengelola TIK." },
                { id = "I21.4.b", text = "Pelaksanaannya dipantau dan dinilai secara berkala." },
              },
              evidence = {
                "dokumen proses bisnis perencanaan dan penganggaran TIK",
                "bukti evaluasi perencanaan dan penganggaran TIK",
              } },
            { level = 5,
              criteria = {
                { id = "I21.5.a",
                  text = "Hasil evaluasi anggaran TIK yang menyatu itu menjadi masukan penyusunan anggaran tahun berikutnya." },
              },
              evidence = { "bukti perbaikan proses perencanaan dan penganggaran TIK" } },
          },
          evidence_all = {
            "dokumen perencanaan dan penganggaran TIK",
            "dokumen proses bisnis perencanaan dan penganggaran TIK",
            "bukti evaluasi perencanaan dan penganggaran TIK",
            "bukti perbaikan proses perencanaan dan penganggaran TIK",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },
      } },

    -- A5 Teknologi Informasi dan Komunikasi
    { id = "A5", no = 5, weight = 12,
      name = "Teknologi Informasi dan Komunikasi",
      indicators = {

        -- I22 Pengoperasian Pusat Data
        { id = "I22", no = 22, kind = "process", weight = 4,
          name = "Pengoperasian Pusat Data",
          short_name = "Pusat Data",
          scope = "Perencanaan, penyediaan, pemeliharaan, dan pemanfaatan pusat data; acuan standar yang disebut ANSI/TIA-942 atau Uptime Institute.",
          level_zero = "Layanan pusat data belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I22.1.a",
                  text = "Pusat data dipakai dari penyedia jasa di luar pemerintah." },
              },
              evidence = {} },
            { level = 2,
              criteria = {
                { id = "I22.2.a",
                  text = "Satu atau lebih pusat data milik pemerintah dipakai; kendalinya tersebar pada beberapa unit." },
                { id = "I22.2.b", text = "Prosedur operasi baku layanan pusat data tersedia." },
                { id = "I22.2.c", text = "Baru sebagian unit yang memanfaatkannya." },
              },
              evidence = { "SOP layanan pusat data" } },
            { level = 3,
              criteria = {
                { id = "I22.3.a",
                  text = "Prosedur operasi baku dijalankan konsisten dan seluruh unit memanfaatkan pusat data." },
              },
              evidence = { "SOP layanan pusat data" } },
            { level = 4,
              criteria = {
                { id = "I22.4.a", text = "Kendali pusat data terpusat pada satu unit." },
                { id = "I22.4.b",
                  text = "Kapasitas dipantau dan direncanakan berkala dari analisis rekaman aktivitas." },
              },
              evidence = { "bukti evaluasi kinerja dan perencanaan kapasitas" } },
            { level = 5,
              criteria = {
                { id = "I22.5.a",
                  text = "Kinerja layanan pusat data terus ditingkatkan berdasarkan temuan pemantauan dan evaluasi." },
              },
              evidence = { "bukti perbaikan layanan pusat data" } },
          },
          evidence_all = {
            "dokumen rancangan pusat data",
            "SOP layanan pusat data",
            "bukti evaluasi kinerja dan perencanaan kapasitas",
            "bukti perbaikan layanan pusat data",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },

        -- I23 Integrasi Sistem Aplikasi
        { id = "I23", no = 23, kind = "process", weight = 4,
          name = "Integrasi Sistem Aplikasi",
          short_name = "Integrasi Aplikasi",
          scope = "Penyambungan aplikasi melalui layanan, middleware, atau data, misalnya aplikasi kepegawaian instansi dengan sistem BKN.",
          level_zero = "Rencana integrasi aplikasi belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I23.1.a",
                  text = "Integrasi dilakukan sesekali tanpa rencana induk atau rencana integrasi." },
              },
              evidence = { "daftar aplikasi yang sudah terintegrasi" } },
            { level = 2,
              criteria = {
                { id = "I23.2.a", text = "Rencana integrasi tersedia." },
                { id = "I23.2.b",
                  text = "Pelaksanaannya baru pada sebagian aplikasi atau sebagian unit." },
              },
              evidence = {
                "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
                "daftar aplikasi yang sudah terintegrasi",
              } },
            { level = 3,
              criteria = {
                { id = "I23.3.a", text = "Integrasi terlaksana penuh menurut rencana." },
              },
              evidence = {
                "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
                "daftar aplikasi yang sudah terintegrasi",
              } },
            { level = 4,
              criteria = {
                { id = "I23.4.a",
                  text = "Integrasi terkendali; kinerjanya diukur dengan angka dan dinilai berkala." },
              },
              evidence = { "bukti evaluasi kinerja integrasi" } },
            { level = 5,
              criteria = {
                { id = "I23.5.a",
                  text = "Integrasi dikembangkan optimal agar makin efektif dan efisien menghadapi perubahan lingkungan, teknologi, dan keperluan instansi." },
              },
              evidence = { "bukti perbaikan kinerja integrasi" } },
          },
          evidence_all = {
            "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana integrasi aplikasi",
            "daftar aplikasi yang sudah terintegrasi",
            "bukti evaluasi kinerja integrasi",
            "bukti perbaikan kinerja integrasi",
          },
          source_ids = { "S1", "S2", "S3", "S9" }, sources = 4, confidence = "high",
        },

        -- I24 Penggunaan Aplikasi Umum Berbagi Pakai
        { id = "I24", no = 24, kind = "process", weight = 4,
          name = "Penggunaan Aplikasi Umum Berbagi Pakai",
          short_name = "Aplikasi Umum",
          scope = "Pemakaian aplikasi SPBE yang sama dan baku untuk banyak instansi; kelengkapannya dibandingkan dengan arsitektur aplikasi atau rencana pemakaian.",
          level_zero = "Rencana pemakaian aplikasi umum berbagi pakai belum ada.",
          levels = {
            { level = 1,
              criteria = {
                { id = "I24.1.a",
                  text = "Aplikasi umum berbagi pakai dipakai secara parsial dan sesekali." },
                { id = "I24.1.b", text = "Rencana pemakaian belum tersedia." },
              },
              evidence = { "daftar aplikasi umum yang sudah dipakai" } },
            { level = 2,
              criteria = {
                { id = "I24.2.a", text = "Rencana pemakaian tersedia." },
                { id = "I24.2.b", text = "Pelaksanaannya baru sebagian." },
              },
              evidence = {
                "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana pemakaian aplikasi umum",
                "daftar aplikasi umum yang sudah dipakai",
              } },
            { level = 3,
              criteria = {
                { id = "I24.3.a", text = "Pemakaian terlaksana penuh menurut rencana." },
              },
              evidence = {
                "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana pemakaian aplikasi umum",
                "daftar aplikasi umum yang sudah dipakai",
              } },
            { level = 4,
              criteria = {
                { id = "I24.4.a",
                  text = "Pemakaian terkendali; kinerjanya diukur dengan angka dan dinilai berkala." },
              },
              evidence = { "bukti evaluasi kinerja aplikasi umum" } },
            { level = 5,
              criteria = {
                { id = "I24.5.a",
                  text = "Kinerja aplikasi umum berbagi pakai terus ditingkatkan berdasarkan temuan pemantauan dan evaluasi." },
              },
              evidence = { "bukti perbaikan kinerja aplikasi umum" } },
          },
          evidence_all = {
            "arsitektur aplikasi pada rencana induk SPBE atau dokumen rencana pemakaian aplikasi umum",
            "daftar aplikasi umum yang sudah dipakai",
            "bukti evaluasi kinerja aplikasi umum",
            "bukti perbaikan kinerja aplikasi umum",
          },
          source_ids = { "S1", "S2", "S3" }, sources = 3, confidence = "high",
        },
      } },
  },
}
